using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Sources;

namespace Trame.Observe.OpenData;

/// <summary>Reads every living record once and counts, by source and by field; remembered until something is saved.</summary>
public sealed class ReadQuality(TrameDb db, CurrentSpace here, SpaceMemory memory, PublishedRecords records)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly OccasionKind[] All = [OccasionKind.Place, OccasionKind.Moment, OccasionKind.Project];

    /// <summary>What people ask first of a place, a moment or a project.</summary>
    public static readonly IReadOnlyList<OccasionField> First = [.. ((string[])["summary", "address", "latitude", "hours", "starts-on", "phone", "cost", "audiences", "access"]).Select(OccasionField.Named)];

    private sealed class Line
    {
        public int Records, Fresh, Asked, Answered, Disputed;
        public Instant? Last;
    }

    private sealed class FieldLine
    {
        public int Said, Could, Disputed;
        public HashSet<string> Sources { get; } = [];
    }

    public Task<RegisterQuality> Handle(CancellationToken stop) => memory.Keep(here.Space, "register-quality", () => Read(stop), Kept);

    private async Task<RegisterQuality> Read(CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(here.Settings);
        var since = calendar.StartOf(calendar.Today(db.Now).PlusMonths(-here.Settings.FreshMonths));
        var (sources, fields) = (new Dictionary<string, Line>(), OccasionField.All.ToDictionary(f => f.Key, _ => new FieldLine()));
        await foreach (var record in records.Read(All, carriedFirst: false, stop, withSources: true)) Count(record.Said, since, sources, fields);
        var refused = (await db.Set<PlaceImport>().AsNoTracking().Where(i => i.AppliedAt != null).OrderBy(i => i.AppliedAt).Select(i => new { i.Source, i.Counts }).ToListAsync(stop))
            .GroupBy(i => i.Source).ToDictionary(g => g.Key, g => g.Last().Counts.GetValueOrDefault(EnumWords.Write(RowState.Refused)));
        var vanished = await db.Set<SourcePlace>().Where(s => s.VanishedAt != null).GroupBy(s => s.Source).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        foreach (var name in refused.Keys.Concat(vanished.Keys)) sources.TryAdd(name, new Line());
        return new RegisterQuality(
            [.. sources.Select(s => new SourceQuality(s.Key, s.Value.Records, s.Value.Fresh, s.Value.Asked, s.Value.Answered, s.Value.Disputed, refused.TryGetValue(s.Key, out var rows) ? rows : null, vanished.GetValueOrDefault(s.Key), s.Value.Last)).OrderByDescending(s => s.Records).ThenBy(s => s.Name, StringComparer.Ordinal)],
            [.. OccasionField.All.Select(f => (f.Key, Line: fields[f.Key])).Select(f => new FieldQuality(f.Key, f.Line.Said, f.Line.Could, f.Line.Sources.Count, f.Line.Disputed))]);
    }

    private static void Count(Occasion o, Instant since, Dictionary<string, Line> sources, Dictionary<string, FieldLine> fields)
    {
        var line = Of(sources, o.Source);
        line.Records++;
        if (o.SourceAt >= since || o.VerifiedAt >= since) line.Fresh++;
        if (line.Last is null || o.SourceAt > line.Last) line.Last = o.SourceAt;
        foreach (var field in First.Where(f => f.Kinds.Contains(o.Kind)))
        {
            line.Asked++;
            if (field.Read(o).Length > 0) line.Answered++;
        }

        foreach (var field in OccasionField.For(o.Kind)) Count(o, field, sources, fields[field.Key]);
    }

    private static void Count(Occasion o, OccasionField field, Dictionary<string, Line> sources, FieldLine line)
    {
        line.Could++;
        if (field.Read(o).Length == 0) return;
        line.Said++;
        var shown = o.ShownSource(field);
        line.Sources.Add(shown);
        if (o.Sources.Count == 0) return;
        var others = o.Disagreements(field).Select(d => d.Source).Distinct().ToList();
        if (others.Count == 0) return;
        line.Disputed++;
        foreach (var source in others.Append(shown).Distinct()) Of(sources, source).Disputed++; // a disagreement has two sides
        line.Sources.UnionWith(others);
    }

    private static Line Of(Dictionary<string, Line> sources, string name) => sources.TryGetValue(name, out var known) ? known : sources[name] = new Line();
}
