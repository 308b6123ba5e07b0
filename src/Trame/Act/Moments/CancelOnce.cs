using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

/// <summary>One time of a moment that comes back will not happen: the day is left out of its rule, the reason is shown, the next one stands.</summary>
public sealed class CancelOnce(TrameDb db, Rights rights, CurrentSpace space)
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public sealed record Request(Guid MomentId, int Version, LocalDate Day, string Reason, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Moment>().FirstOrDefaultAsync(m => m.Id == request.MomentId && m.MergedIntoId == null, stop) is not { } moment) return Refusal.Gone;
        if (!rights.May(actor, MomentActs.CancelOnce, moment)) return Refusal.NotAllowed;
        var calendar = SpaceCalendar.Of(space.Settings);
        var reason = request.Reason.Trim();
        var refusals = new List<Refusal>();
        if (reason.Length is 0 or > 200) refusals.Add(new Refusal("moments.cancel.no-reason", "Reason"));
        if (OccasionTimes.Between(moment, calendar, request.Day, request.Day) is not [var time, ..]) refusals.Add(new Refusal("moments.cancel.no-time", "Day"));
        else if (refusals.Count == 0)
        {
            refusals.AddRange(Leave(moment, request.Day, reason).Refusals);
            if (refusals.Count == 0) db.Add(new Fact(MomentFacts.Cancelled, moment.TerritoryId, request.Channel, time.StartsAt, db.Now) { PlaceId = moment.PlaceId, SubjectType = "occasion", SubjectId = moment.Id });
        }

        if (refusals.Count > 0) return Outcome.Of(refusals);
        db.Expect(moment, request.Version);
        db.Author = (actor with { Channel = request.Channel }).As(reason);
        return await db.Save(stop);
    }

    private Outcome Leave(Moment moment, LocalDate day, string reason)
    {
        if (moment.Recurrence.Length == 0) return moment.Close(reason, db.Now); // its only time
        var field = OccasionField.Named("recurrence");
        var lines = moment.Recurrence.Split('\n').ToList();
        var dates = lines.FindIndex(l => l.StartsWith("EXDATE:", StringComparison.Ordinal));
        if (dates < 0) lines.Add($"EXDATE:{Compact.Format(day)}");
        else lines[dates] += $",{Compact.Format(day)}";
        return moment.Describe(field, string.Join('\n', lines), moment.ShownSource(field), db.Now);
    }
}
