using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Connect.SharedPlaces;

/// <summary>Openings: planned for so many weeks, held in turn by whoever takes a turn, counted at the door, by a sheet or by « je suis là »; cancelled ones are told apart.</summary>
public sealed class RunOpenings(TrameDb db, Rights rights, CurrentSpace space)
{
    public sealed record Plan(Guid PlaceId, LocalDate? Day, LocalTime? From, LocalTime? To, int? Weeks, int? Hosts);

    public sealed record Turn(Guid OpeningId, string Name);

    /// <param name="Code">What the host received; empty when another host takes them off.</param>
    public sealed record Leaving(Guid OpeningId, string Code);

    /// <param name="Said">Words of <see cref="Opening.Said"/>.</param>
    /// <param name="Age">An age band, or nothing.</param>
    public sealed record Tap(string DoorCode, IReadOnlyList<string> Said, string Age);

    public sealed record Count(Guid OpeningId, int Version, int? Came, IReadOnlyList<Marginal> Marginals, Channel Channel);

    public sealed record Cancelling(Guid OpeningId, int Version);

    public async Task<Outcome> Handle(Plan request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.PlaceId && o.MergedIntoId == null, stop) is not { } place) return Refusal.Gone;
        if (!rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        var refusals = new List<Refusal>();
        var calendar = SpaceCalendar.Of(space.Settings);
        if (request.Day is null || request.Day < calendar.Today(db.Now)) refusals.Add(new("shared.shift.day.wrong", "Day"));
        if (request.From is not { } from || request.To is not { } to || to <= from) (from, to, refusals) = (default, default, [.. refusals, new("shared.booking.hours.wrong", "From")]);
        if (request.Weeks is not (>= 1 and <= 52)) refusals.Add(new("shared.booking.weeks.wrong", "Weeks", "52"));
        if (request.Hosts is not (>= 1 and <= Opening.MostHosts)) refusals.Add(new("shared.shift.hosts.wrong", "Hosts", $"{Opening.MostHosts}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        for (var week = 0; week < request.Weeks; week++)
        {
            var day = request.Day!.Value.PlusWeeks(week); // refused just above
            db.Add(new Opening(place.Id, day.At(from).InZoneLeniently(calendar.Zone).ToInstant(), day.At(to).InZoneLeniently(calendar.Zone).ToInstant(), request.Hosts!.Value, Tokens.Code(2)));
        }

        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <returns>The code to step back with.</returns>
    public async Task<Outcome<string>> Handle(Turn request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        var code = Tokens.Code(2);
        var outcome = await Change(request.OpeningId, null, (opening, _) => opening.Join(request.Name, code, db.Now), actor, stop);
        return outcome.Accepted ? code : outcome;
    }

    public Task<Outcome> Handle(Leaving request, Actor actor, CancellationToken stop) => Change(request.OpeningId, null, (opening, place) =>
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        var code = request.Code.Trim().ToUpperInvariant();
        return code.Length == 0 ? rights.May(actor, SharedPlaceActs.Host, place) ? opening.Leave(opening.Hosts.LastOrDefault()?.Code ?? "") : Refusal.NotAllowed : opening.Leave(code);
    }, actor, stop);

    public async Task<Outcome> Handle(Tap request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        var code = request.DoorCode.Trim().ToUpperInvariant();
        if (await db.Set<Opening>().Where(s => s.DoorCode == code).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(stop) is not { } id) return Refusal.Gone;
        return await Change(id, null, (opening, _) => opening.Tap(request.Said, Act.Moments.RecordHeld.Ages.Contains(request.Age) ? request.Age : "", db.Now), actor, stop);
    }

    public Task<Outcome> Handle(Count request, Actor actor, CancellationToken stop) => Change(request.OpeningId, request.Version, (opening, place) =>
    {
        if (!rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        var fact = SharedPlaceFacts.Of(SharedPlaceFacts.Opened, place, request.Channel, opening.StartsAt, db.Now, "opening", opening.Id, request.Came, [.. request.Marginals.Where(m => m.Count > 0)], opening.FactId);
        var outcome = opening.Count(request.Came, request.Marginals, fact.Id, db.Now);
        if (outcome.Accepted) db.Add(fact); // a second count corrects the first
        return outcome;
    }, actor, stop);

    public Task<Outcome> Handle(Cancelling request, Actor actor, CancellationToken stop) => Change(request.OpeningId, request.Version, (opening, place) =>
    {
        if (!rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        var outcome = opening.Cancel(db.Now);
        if (outcome.Accepted) db.Add(SharedPlaceFacts.Of(SharedPlaceFacts.OpeningCancelled, place, actor.Channel, opening.StartsAt, db.Now, "opening", opening.Id));
        return outcome;
    }, actor, stop);

    // Ten people may tap at once: whoever was second reads again, and counts too.
    private async Task<Outcome> Change(Guid id, int? version, Func<Opening, Occasion, Outcome> change, Actor actor, CancellationToken stop)
    {
        for (var again = 0; ; again++)
        {
            if (await db.Set<Opening>().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } opening) return Refusal.Gone;
            if (version is not null && opening.Version != version) return Refusal.Conflict;
            var outcome = change(opening, await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == opening.PlaceId, stop));
            if (!outcome.Accepted) return outcome;
            db.Author = actor.As();
            var saved = await db.Save(stop);
            if (saved.Accepted || version is not null || again == 20) return saved;
        }
    }
}
