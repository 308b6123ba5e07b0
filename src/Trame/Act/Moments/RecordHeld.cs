using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

/// <summary>A moment was held: how many came, and sums by age or district if people wished to say; never who. A mistake is corrected by a new fact.</summary>
public sealed class RecordHeld(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int MostPeople = 100_000;

    /// <summary>Ages as a sheet asks them. Nobody has to say.</summary>
    public static readonly IReadOnlyList<string> Ages = ["0-11", "12-17", "18-29", "30-59", "60-74", "75+"];

    /// <param name="Corrects">The fact that was wrong.</param>
    public sealed record Request(Guid MomentId, LocalDate Day, int? Count, IReadOnlyList<Marginal> Marginals, Channel Channel, Guid? Corrects = null);

    public async Task<Outcome<Fact>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Moment>().FirstOrDefaultAsync(m => m.Id == request.MomentId && m.MergedIntoId == null, stop) is not { } moment) return Refusal.Gone;
        if (!rights.May(actor, MomentActs.RecordHeld, moment)) return Refusal.NotAllowed;
        var calendar = SpaceCalendar.Of(space.Settings);
        var refusals = new List<Refusal>();
        if (request.Count is not (>= 0 and <= MostPeople)) refusals.Add(new Refusal("moments.held.count", "Count"));
        if (request.Day > calendar.Today(db.Now)) refusals.Add(new Refusal("moments.held.future", "Day"));
        if (request.Marginals.Any(m => m.Count < 0 || m.Count > MostPeople)) refusals.Add(new Refusal("moments.held.count", "Marginals"));
        else if (request.Marginals.GroupBy(m => m.Dimension).Any(g => g.Sum(m => (long)m.Count) > request.Count)) refusals.Add(new Refusal("moments.held.marginals", "Marginals"));
        if (request.Corrects is { } wrong && !await Correctable(wrong, moment.Id, stop)) refusals.Add(new Refusal("moments.held.corrected-already", "Corrects"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var fact = new Fact(MomentFacts.Held, moment.TerritoryId, request.Channel, Time(moment, request.Day, calendar), db.Now)
        {
            PlaceId = moment.PlaceId, SubjectType = "occasion", SubjectId = moment.Id, Count = request.Count, Corrects = request.Corrects,
            Organisations = moment.OrganisationId is { } organisation ? [organisation] : [],
            Marginals = [.. request.Marginals.Where(m => m.Count > 0)],
        };
        db.Add(fact);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? fact : saved;
    }

    // At the hour of the moment when it has one; at noon otherwise, so that no time zone moves it to another day.
    private static Instant Time(Moment moment, LocalDate day, SpaceCalendar calendar) => day.At(moment.StartsAt ?? LocalTime.Noon).InZoneLeniently(calendar.Zone).ToInstant();

    private async Task<bool> Correctable(Guid wrong, Guid momentId, CancellationToken stop) =>
        await db.Set<Fact>().AnyAsync(f => f.Id == wrong && f.Kind == MomentFacts.Held.Key && f.SubjectId == momentId, stop) && !await db.Set<Fact>().AnyAsync(f => f.Corrects == wrong, stop);
}
