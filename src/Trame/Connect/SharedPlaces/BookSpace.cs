using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Connect.SharedPlaces;

/// <summary>Somebody books a space, once or each week; waits when it is taken; cancels, and who waited has it. Conflicts are told with their days, all at once.</summary>
public sealed class BookSpace(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Weeks">How many times, a week apart.</param>
    /// <param name="Training">Code of who was shown how it works, or nothing.</param>
    /// <param name="Wait">When it is taken, wait for it.</param>
    public sealed record Request(Guid SpaceId, LocalDate? Day, LocalTime? From, LocalTime? To, int? Weeks, string Name, string Reach, string Training, bool Wait, Channel Channel);

    /// <param name="Code">What they hold; empty when a host cancels for them.</param>
    /// <param name="Series">All the weeks to come with it.</param>
    public sealed record Cancelling(Guid BookingId, string Code, bool Series, Channel Channel);

    /// <param name="Came">How many; null: nobody came, nor said so.</param>
    public sealed record Conclusion(Guid BookingId, int Version, int? Came);

    public sealed record DepositChange(Guid BookingId, int Version, DepositState State);

    private sealed record Hours(Instant From, Instant To, LocalDate Day);

    public async Task<Outcome<Booking>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        if (await db.Set<SharedSpace>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SpaceId && !s.Retired, stop) is not { } booked) return Refusal.Gone;
        var refusals = Wrong(request, booked).ToList();
        if (booked.NeedsTraining && !await db.Set<SpaceTraining>().AnyAsync(t => t.SpaceId == booked.Id && t.Code == request.Training.Trim().ToUpperInvariant(), stop)) refusals.Add(new("shared.training.missing", "Training"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var times = Times(request).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Hold(booked.Id, stop);
        var taken = new List<LocalDate>();
        foreach (var time in times)
            if (await Standing(booked.Id, time.From, time.To).AnyAsync(stop)) taken.Add(time.Day);
        var waits = taken.Count > 0 && request.Wait && times.Count == 1;
        if (taken.Count > 0 && !waits) return new Refusal("shared.booking.taken", "From", string.Join(", ", taken.Select(d => d.PlainDay(System.Globalization.CultureInfo.CurrentUICulture))));
        var (code, series) = (Tokens.Code(3), times.Count > 1 ? Guid.CreateVersion7() : (Guid?)null);
        var bookings = times.Select(t => new Booking(booked.Id, series, t.From, t.To, waits ? BookingState.Waiting : BookingState.Booked, booked.Deposit > 0, request.Name.Trim(), request.Reach.Trim(), code, request.Channel, db.Now)).ToList();
        db.AddRange(bookings);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        if (!saved.Accepted) return saved;
        await transaction.CommitAsync(stop);
        return bookings[0];
    }

    public async Task<Outcome> Handle(Cancelling request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SharedPlaceActs.Use)) return Refusal.NotAllowed;
        if (await db.Set<Booking>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BookingId, stop) is not { } asked) return Refusal.Gone;
        var (booked, place) = await Place(asked, stop);
        if (request.Code.Length > 0 ? request.Code.Trim().ToUpperInvariant() != asked.Code : !rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Hold(booked.Id, stop);
        var bookings = await db.Set<Booking>().Where(b => b.Id == asked.Id || (request.Series && asked.SeriesId != null && b.SeriesId == asked.SeriesId && b.StartsAt > asked.StartsAt)).ToListAsync(stop);
        foreach (var booking in bookings)
        {
            var stood = booking.State == BookingState.Booked;
            var outcome = booking.Cancel();
            if (!outcome.Accepted) return outcome;
            if (stood) db.Add(SharedPlaceFacts.Of(SharedPlaceFacts.Cancelled, place, request.Channel, booking.StartsAt, db.Now, "booking", booking.Id));
        }

        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        if (!saved.Accepted) return saved;
        foreach (var booking in bookings) await GiveToWhoWaits(booking, stop);
        await transaction.CommitAsync(stop);
        return saved;
    }

    public async Task<Outcome> Handle(Conclusion request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Booking>().FirstOrDefaultAsync(b => b.Id == request.BookingId, stop) is not { } booking) return Refusal.Gone;
        var (_, place) = await Place(booking, stop);
        if (!rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        if (booking.Version != request.Version) return Refusal.Conflict;
        var outcome = booking.Conclude(request.Came, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(SharedPlaceFacts.Of(request.Came is null ? SharedPlaceFacts.Missed : SharedPlaceFacts.Held, place, actor.Channel, booking.StartsAt, db.Now, "booking", booking.Id, request.Came));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Handle(DepositChange request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Booking>().FirstOrDefaultAsync(b => b.Id == request.BookingId, stop) is not { } booking) return Refusal.Gone;
        var (_, place) = await Place(booking, stop);
        if (!rights.May(actor, SharedPlaceActs.Host, place)) return Refusal.NotAllowed;
        if (booking.Version != request.Version) return Refusal.Conflict;
        var outcome = booking.Handle(request.State);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }

    // The first who asked has the hours that are free now.
    private async Task GiveToWhoWaits(Booking freed, CancellationToken stop)
    {
        var waiting = await db.Set<Booking>().Where(b => b.SpaceId == freed.SpaceId && b.State == BookingState.Waiting && b.StartsAt < freed.EndsAt && b.EndsAt > freed.StartsAt && b.StartsAt > db.Now).OrderBy(b => b.AskedAt).ThenBy(b => b.Id).ToListAsync(stop);
        foreach (var one in waiting)
        {
            if (await Standing(one.SpaceId, one.StartsAt, one.EndsAt).AnyAsync(stop)) continue;
            one.Take();
            (await db.Save(stop)).ThrowIfRefused();
        }
    }

    private IEnumerable<Refusal> Wrong(Request request, SharedSpace booked)
    {
        if (Blank.Is(request.Name)) yield return new("shared.booking.no-name", "Name");
        if (request.Name.Trim().Length > Booking.NameLength) yield return new("occasions.field.long", "Name", $"{Booking.NameLength}", $"{request.Name.Trim().Length}");
        if (request.Reach.Trim().Length > Booking.ReachLength) yield return new("occasions.field.long", "Reach", $"{Booking.ReachLength}", $"{request.Reach.Trim().Length}");
        if (request.Weeks is not (>= 1 and <= Booking.MostWeeks)) yield return new("shared.booking.weeks.wrong", "Weeks", $"{Booking.MostWeeks}");
        if (request.Day is not { } day) yield return new("occasions.field.date", "Day", "");
        else if (request.From is not { } from || request.To is not { } to || to <= from) yield return new("shared.booking.hours.wrong", "From");
        else
        {
            var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
            if (Instants(day, from, to).From < db.Now || day > today.PlusYears(1)) yield return new("shared.booking.day.wrong", "Day");
            if (Period.Between(from, to, PeriodUnits.Minutes).Minutes > booked.MostHours * 60) yield return new("shared.booking.long", "To", $"{booked.MostHours}");
            if (booked.IsQuiet(day.At(from), day.At(to))) yield return new("shared.booking.quiet", "From", booked.QuietFrom!.Value.PlainTime(System.Globalization.CultureInfo.CurrentUICulture), booked.QuietTo!.Value.PlainTime(System.Globalization.CultureInfo.CurrentUICulture));
        }
    }

    private IEnumerable<Hours> Times(Request request)
    {
        for (var week = 0; week < request.Weeks; week++) yield return Instants(request.Day!.Value.PlusWeeks(week), request.From!.Value, request.To!.Value); // refused otherwise
    }

    private Hours Instants(LocalDate day, LocalTime from, LocalTime to)
    {
        var zone = SpaceCalendar.Of(space.Settings).Zone;
        return new(day.At(from).InZoneLeniently(zone).ToInstant(), day.At(to).InZoneLeniently(zone).ToInstant(), day);
    }

    private IQueryable<Booking> Standing(Guid spaceId, Instant from, Instant to) => db.Set<Booking>().Where(b => b.SpaceId == spaceId && (b.State == BookingState.Booked || b.State == BookingState.Held) && b.StartsAt < to && b.EndsAt > from);

    // PostgreSQL: whoever books the same thing waits here; SQLite lets one writer in at a time.
    private Task Hold(Guid spaceId, CancellationToken stop) => db.Provider == Provider.Postgres ? db.Database.ExecuteSqlRawAsync("SELECT 1 FROM shared_space WHERE id = {0} FOR UPDATE", [spaceId], stop) : Task.CompletedTask;

    private async Task<(SharedSpace Space, Occasion Place)> Place(Booking booking, CancellationToken stop)
    {
        var booked = await db.Set<SharedSpace>().AsNoTracking().FirstAsync(s => s.Id == booking.SpaceId, stop);
        return (booked, await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == booked.PlaceId, stop));
    }
}
