using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Feeds;

/// <summary>
/// Takes the events of a calendar as moments, or works out what taking them would change. What somebody else said is never overwritten; the same calendar twice changes
/// nothing the second time; an event that names one of our own moments repeats us, and only what differs is heard.
/// </summary>
public sealed class TakeFeed(TrameDb db, CurrentSpace here, FindTerritories find, FreeTextScan scan, IEnumerable<OccasionBirth> births)
{
    private const string Ours = "@trame";

    // What an event no longer says of its dates is no longer so; of the rest it only says nothing.
    private static readonly string[] Dates = ["starts-at", "duration", "ends-on", "recurrence"];

    private readonly SpaceCalendar _calendar = SpaceCalendar.Of(here.Settings);

    /// <returns>Each event in the order of the file, then what it no longer names.</returns>
    public async Task<IReadOnlyList<FeedLine>> Handle(CalendarFeed feed, string text, bool write, CancellationToken stop)
    {
        var (events, cutShort) = ICalendarReader.Read(text, _calendar.Zone);
        var known = await Known(feed, events, stop);
        var slugs = await db.Set<Occasion>().Where(o => o.Kind == OccasionKind.Moment).Select(o => o.Slug).ToHashSetAsync(StringComparer.Ordinal, stop);
        var communes = await Communes(stop);
        var lines = new List<FeedLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in events)
        {
            var uid = entry.Uid.Length is > 0 and <= 300 ? entry.Uid : $"{Slug.From(entry.Summary)} {entry.Starts}";
            lines.Add(entry.FromThenOn ? Told(entry, FeedLine.Fate.Refused, Texts.Get("feeds.refused.range", entry.Line)) : seen.Add(uid) ? One(feed, uid, entry, known, slugs, communes) : Told(entry, FeedLine.Fate.Refused, Texts.Get("feeds.refused.twice", entry.Line)));
        }

        if (cutShort) lines.Add(new("", FeedLine.Fate.Refused, "", Texts.Get("feeds.refused.many", ICalendarReader.MostEvents)));
        else lines.AddRange(Missing(known, seen));
        db.Author = Foundation.Web.Actor.Machine.As(Texts.In("fr", "feeds.reason", feed.Source));
        if (write) (await db.Save(stop)).ThrowIfRefused();
        else db.ChangeTracker.Clear();
        return lines;
    }

    public static IReadOnlyDictionary<string, int> Counts(IEnumerable<FeedLine> lines) => lines.GroupBy(l => l.Became).ToDictionary(g => EnumWords.Write(g.Key), g => g.Count());

    private sealed record Memory(Dictionary<string, FeedMoment> Seen, Dictionary<Guid, Occasion> Moments);

    private async Task<Memory> Known(CalendarFeed feed, IReadOnlyList<ICalendarEntry> events, CancellationToken stop)
    {
        var seen = await db.Set<FeedMoment>().Where(m => m.FeedId == feed.Id).ToDictionaryAsync(m => m.Uid, StringComparer.Ordinal, stop);
        var moments = new Dictionary<Guid, Occasion>();
        foreach (var ids in seen.Values.Select(m => m.MomentId).Concat(events.Select(e => OwnOf(e.Uid)).OfType<Guid>()).Distinct().Chunk(400))
            foreach (var moment in await db.Set<Occasion>().Where(o => o.Kind == OccasionKind.Moment && ids.Contains(o.Id)).ToListAsync(stop)) moments[moment.Id] = moment;
        foreach (var into in moments.Values.Select(m => m.MergedIntoId).OfType<Guid>().ToList()) if (await db.FindAsync<Occasion>([into], stop) is { } kept) moments[into] = kept;
        return new(seen, moments);
    }

    private static Guid? OwnOf(string uid) => uid.EndsWith(Ours, StringComparison.Ordinal) && Guid.TryParse(uid[..^Ours.Length], out var id) ? id : null;

    private FeedLine One(CalendarFeed feed, string uid, ICalendarEntry entry, Memory known, HashSet<string> slugs, Where communes)
    {
        if (entry.Starts is null || entry.Summary.Length == 0) return Told(entry, FeedLine.Fate.Refused, Texts.Get(entry.Starts is null ? "feeds.refused.date" : "feeds.refused.name", entry.Line));
        var seen = known.Seen.GetValueOrDefault(uid);
        var mine = (seen?.MomentId ?? OwnOf(uid)) is { } id ? known.Moments.GetValueOrDefault(id) : null;
        if (mine?.MergedIntoId is { } into) mine = known.Moments.GetValueOrDefault(into);
        if (mine is null && (entry.IsCancelled || IsOver(entry))) return Told(entry, FeedLine.Fate.Over, "");
        var isNew = mine is null;
        var moment = mine ?? births.Single(b => b.Kind == OccasionKind.Moment).Make(Short(entry.Summary), Slug.Unique(Slug.From(entry.Summary), slugs.Contains), communes.Of(entry) ?? feed.TerritoryId, feed.Source, db.Now);
        var heard = Hear(moment, entry, feed.Source, isNew, OwnOf(uid) is not null);
        if (!heard.Outcome.Accepted)
        {
            if (!isNew) db.Entry(moment).State = EntityState.Detached;
            return Told(entry, FeedLine.Fate.Refused, string.Join(" ", heard.Outcome.Refusals.Select(r => Texts.Get(r.TextKey, [.. r.Args]))));
        }

        if (isNew)
        {
            slugs.Add(moment.Slug);
            db.Add(moment);
        }

        if (seen is null && OwnOf(uid) is null) db.Add(new FeedMoment(feed.Id, uid, moment.Id, db.Now));
        else if (seen?.VanishedAt is not null) seen.ComeBack(db.Now);
        var cancelled = entry.IsCancelled && moment.Source == feed.Source && moment.Status != OccasionStatus.Closed && moment.Close(Texts.In("fr", "feeds.cancelled", feed.Source), db.Now).Accepted;
        return Told(entry, isNew ? FeedLine.Fate.New : heard.Changed || cancelled ? FeedLine.Fate.Changed : FeedLine.Fate.Unchanged, Personal(entry));
    }

    private (Outcome Outcome, bool Changed) Hear(Occasion moment, ICalendarEntry entry, string source, bool isNew, bool isOurs)
    {
        var said = Values(entry);
        var echo = isOurs ? EchoOf(moment) : null;
        var changed = false;
        foreach (var (key, value) in said.Where(s => !(isOurs && s.Key == "website") && echo?.GetValueOrDefault(s.Key) != s.Value))
        {
            var field = OccasionField.Named(key);
            var isSilent = value.Length == 0 && (!Dates.Contains(key) || field.Read(moment).Length == 0 || moment.ShownSource(field) != source);
            if (isSilent || (isNew && key == "name")) continue;
            var checkedValue = field.Check(moment, value, out var canonical);
            if (!checkedValue.Accepted && key is "name" or "starts-on" or "starts-at" or "ends-on" or "recurrence") return (checkedValue, false);
            if (!checkedValue.Accepted || (moment.ShownSource(field) == source && field.Read(moment) == canonical) || moment.Sources.Any(s => s.Field == key && s.Source == source && s.Value == canonical)) continue;
            moment.Hear(field, canonical, source, db.Now).ThrowIfRefused();
            changed = true;
        }

        return (OccasionTimes.Impossible(moment, () => _calendar) is { } impossible ? impossible : Outcome.Done, changed);
    }

    // What our own file would say of it now.
    private Dictionary<string, string>? EchoOf(Occasion moment)
    {
        if (OccasionTimes.RuleOf(moment, _calendar) is not { } when) return null;
        var file = new StringWriter();
        new ICalendarWriter(db.Now, _calendar.Holidays).Write(file, [CalendarFile.EventOf(moment, when, null)]);
        return ICalendarReader.Read(file.ToString(), _calendar.Zone).Events is [var one] ? Values(one) : null;
    }

    private static Dictionary<string, string> Values(ICalendarEntry entry)
    {
        var isShort = entry.Description.Length <= 200 && !entry.Description.Contains('\n', StringComparison.Ordinal);
        return new Dictionary<string, string>
        {
            ["name"] = Short(entry.Summary), [isShort ? "summary" : "description"] = entry.Description, ["address"] = entry.Location.ReplaceLineEndings(" "), ["website"] = entry.Link,
            ["latitude"] = entry.Point is { } north ? north.Latitude.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "", ["longitude"] = entry.Point is { } east ? east.Longitude.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "",
            ["starts-on"] = entry.Starts is { } day ? LocalDatePattern.Iso.Format(day.Date) : "", ["starts-at"] = entry is { Starts: { } at, AllDay: false } ? at.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "",
            ["duration"] = entry.Minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", ["ends-on"] = entry.LastDay is { } last ? LocalDatePattern.Iso.Format(last) : "", ["recurrence"] = entry.Recurrence,
        };
    }

    private bool IsOver(ICalendarEntry entry) => entry.Recurrence.Length == 0 && (entry.LastDay ?? entry.Starts!.Value.Date) < _calendar.Today(db.Now);

    private IEnumerable<FeedLine> Missing(Memory known, HashSet<string> seen)
    {
        foreach (var gone in known.Seen.Values.Where(m => m.VanishedAt is null && !seen.Contains(m.Uid)))
        {
            gone.Vanish(db.Now);
            if (known.Moments.GetValueOrDefault(gone.MomentId) is { MergedIntoId: null, Status: OccasionStatus.Open, NextAt: not null } moment) yield return new(moment.Name, FeedLine.Fate.Vanished, "", "");
        }
    }

    // As in an import, what seems to speak of a person is told and not refused: who accepts reads it again (R4).
    private string Personal(ICalendarEntry entry) => scan.Scan(entry.Description) is [var first, ..] ? Texts.Get(first.TextKey, entry.Description.Substring(first.Start, first.Length)) : "";

    private FeedLine Told(ICalendarEntry entry, FeedLine.Fate fate, string why) => new(Short(entry.Summary), fate, entry.Starts?.Date.PlainDay(System.Globalization.CultureInfo.CurrentUICulture) ?? "", why);

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > Occasion.NameLength } longer ? $"{longer[..(Occasion.NameLength - 1)]}…" : text.ReplaceLineEndings(" ");

    private async Task<Where> Communes(CancellationToken stop)
    {
        var tree = await find.Tree(stop);
        return new Where(tree, new TerritoryIndex(await find.Sites([.. tree.Communes()], stop)));
    }

    /// <summary>In which commune an event stands: by its point, else by a commune that its place names.</summary>
    private sealed class Where(TerritoryTree tree, TerritoryIndex index)
    {
        private readonly ILookup<string, Guid> _byName = tree.Communes().ToLookup(c => Slug.From(c.Name), c => c.Id);

        public Guid? Of(ICalendarEntry entry)
        {
            if (entry.Point is { } at && GeoPoint.Of(at.Longitude, at.Latitude) is { } point && index.Find(point) is { } found) return tree.BySlug(found.Code)?.Id;
            foreach (var part in entry.Location.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries))
                if (_byName[Slug.From(part.Trim().TrimStart([.. "0123456789 "]))].ToList() is [var one]) return one;
            return null;
        }
    }
}
