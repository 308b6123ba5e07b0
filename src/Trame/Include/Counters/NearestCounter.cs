using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Include.Counters;

/// <summary>The counter to send someone to: the nearest that is open now, else the first to open.</summary>
public sealed class NearestCounter(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    private const int Most = 3_000; // a whole country: nobody can say which is near, so nothing is said
    private const int DaysAhead = 14;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private sealed record Counter(string Name, string Slug, string Hours, GeoPoint? Point);

    /// <param name="Town">Where most people live: what is near for a page about the whole space.</param>
    private sealed record Counters(IReadOnlyList<Counter> All, GeoPoint? Town);

    /// <summary>How the counters stand at this minute: those that are open, with when they close; when none is, the first to open, with when.</summary>
    private sealed record Standing(IReadOnlyList<(Counter Counter, LocalDateTime? At)> Here, bool AreOpen, GeoPoint? Town);

    /// <param name="near">What the page is about; null when it is about the whole space.</param>
    public async Task<HelpCounter?> Handle(GeoPoint? near, string pathBase, CancellationToken stop)
    {
        var types = here.Settings.HelpCounterTypes;
        if (types.Count == 0) return null;
        var calendar = SpaceCalendar.Of(here.Settings);
        var local = calendar.Local(db.Now);
        var standing = await memory.KeepThisMinute(here.Space, "counters-now", () => Look(types, calendar, local, stop)); // every page asks
        if (standing.Here.Count == 0) return null;
        var (counter, at) = standing.Here.OrderBy(c => Distance(near ?? standing.Town, c.Counter)).ThenBy(c => c.Counter.Slug, StringComparer.Ordinal).First();
        var all = $"{pathBase}/occasions?{OccasionQueryText.Print(new OccasionQuery { Types = types, Kinds = [OccasionKind.Place] })}";
        var (lead, when) = standing.AreOpen ? (near is null ? "counters.open" : "counters.open.near", Until(at, local.Date)) : ("counters.first", at!.Value.PlainMoment(local.Date, CultureInfo.CurrentUICulture));
        return new HelpCounter(Texts.Get(lead), counter.Name, $"{pathBase}/{OccasionShelf.Of(OccasionKind.Place)}/{counter.Slug}", when, all);
    }

    private async Task<Standing> Look(IReadOnlyList<string> types, SpaceCalendar calendar, LocalDateTime local, CancellationToken stop)
    {
        var counters = await memory.Keep(here.Space, "counters", () => Read(types, stop), Remembered);
        var byHours = counters.All.GroupBy(c => c.Hours).Select(g => (Hours: OpeningHoursCache.Shared.Get(g.Key).Value, Counters: g.ToList())).Where(g => g.Hours is not null).ToList();
        var open = byHours.Where(g => g.Hours!.IsOpen(local, calendar.Holidays)).SelectMany(g => g.Counters.Select(c => (c, g.Hours!.OpenUntil(local, calendar.Holidays)))).ToList();
        if (open.Count > 0) return new Standing(open, AreOpen: true, counters.Town);
        var later = byHours.Select(g => (g.Counters, Next: g.Hours!.NextOpening(local, calendar.Holidays, DaysAhead))).Where(g => g.Next is not null).ToList();
        var soonest = later.Min(g => g.Next);
        return new Standing([.. later.Where(g => g.Next == soonest).SelectMany(g => g.Counters.Select(c => (c, g.Next)))], AreOpen: false, counters.Town);
    }

    /// <summary>When the phone of help will be answered; null when it is now, or when nobody said.</summary>
    public string? PhoneLater()
    {
        if (here.Settings is not { HelpPhone.Length: > 0, HelpHours.Length: > 0 } settings || OpeningHoursCache.Shared.Get(settings.HelpHours).Value is not { } hours) return null;
        var calendar = SpaceCalendar.Of(settings);
        var local = calendar.Local(db.Now);
        return !hours.IsOpen(local, calendar.Holidays) && hours.NextOpening(local, calendar.Holidays, DaysAhead) is { } next
            ? Texts.Get("counters.phone.later", next.PlainMoment(local.Date, CultureInfo.CurrentUICulture)) : null;
    }

    private async Task<Counters> Read(IReadOnlyList<string> types, CancellationToken stop)
    {
        var rows = await db.Set<Occasion>().AsNoTracking()
            .Where(o => o.Kind == OccasionKind.Place && o.Status == OccasionStatus.Open && o.Hours != "" && o.MergedIntoId == null && types.Contains(o.Type))
            .Take(Most + 1).Select(o => new { o.Name, o.Slug, o.Hours, o.Latitude, o.Longitude }).ToListAsync(stop);
        var town = await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune && t.Latitude != null && t.Longitude != null)
            .OrderByDescending(t => t.Population ?? 0).ThenBy(t => t.Slug).Select(t => new { t.Latitude, t.Longitude }).FirstOrDefaultAsync(stop);
        return new Counters(rows.Count > Most ? [] : [.. rows.Select(r => new Counter(r.Name, r.Slug, r.Hours, r is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null))],
            town is null ? null : GeoPoint.Of(town.Longitude!.Value, town.Latitude!.Value)); // both are asked for above
    }

    private static double Distance(GeoPoint? near, Counter counter) =>
        near is not { } from ? 0 : counter.Point is { } point ? GeoDistance.Metres(from, point) : double.MaxValue;

    private static string? Until(LocalDateTime? end, LocalDate today) => end is not { } at ? null
        : Texts.Get("counters.until", at.Date == today ? at.TimeOfDay.PlainTime(CultureInfo.CurrentUICulture) : at.PlainMoment(today, CultureInfo.CurrentUICulture));
}
