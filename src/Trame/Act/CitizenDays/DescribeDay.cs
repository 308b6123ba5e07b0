using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>The team says when and how the day is held.</summary>
public sealed class DescribeDay(TrameDb db, Rights rights)
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <param name="Day">As a date field sends it; hours as « 9:00 ».</param>
    public sealed record Request(Guid DayId, int Version, string Name, string Day, string StartsAt, string EndsAt, DayText About, bool Open);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<CitizenDay>().FirstOrDefaultAsync(d => d.Id == request.DayId, stop) is not { } day) return Refusal.Gone;
        if (!rights.May(actor, CitizenDayActs.Keep, day.TerritoryId)) return Refusal.NotAllowed;
        if (LocalDatePattern.Iso.Parse(request.Day) is not { Success: true, Value: var date }) return new Refusal("days.day.wrong", "Day");
        var (starts, ends) = (Hour.Parse(request.StartsAt.Trim()), Hour.Parse(request.EndsAt.Trim()));
        if (!starts.Success || !ends.Success) return new Refusal("days.hours.wrong", starts.Success ? "EndsAt" : "StartsAt");
        var outcome = day.Describe(request.Name, date, starts.Value, ends.Value, request.About, request.Open);
        if (!outcome.Accepted) return outcome;
        db.Expect(day, request.Version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
