using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary>
/// Brings in places: one transaction, so that a file is in or out; twice the same file changes nothing the second time. What somebody else said is never
/// overwritten: the file's word stands beside it, with its source.
/// </summary>
public sealed class ImportPlaces(TrameDb db, FindTerritories find, FreeTextScan scan)
{
    private const int Batch = 500;

    /// <param name="Scheme">What the « id » column identifies (data-inclusion, france-services...); the source's own when null.</param>
    public sealed record Request(string Source, string? Scheme, bool KeepGood, bool DryRun);

    private sealed record Ready(PlaceLine Line, TerritoryNode Commune, Dictionary<string, string> Codes);

    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];
    private int _created, _changed, _unchanged, _ignored;
    private Dictionary<string, Guid> _organisations = [];

    public async Task<ImportReport> Handle(IEnumerable<(PlaceLine? Line, string? Problem)> file, Request request, Action<string, long> progress, CancellationToken stop)
    {
        var tree = await find.Tree(stop);
        var communes = new CommuneOfPlace(tree, new TerritoryIndex(await find.Sites([.. tree.Communes()], stop)));
        var known = await KnownPlaces.Read(db, stop);
        _organisations = (await db.Set<Organisation>().AsNoTracking().Select(o => new { o.Id, o.Name, o.MergedIntoId }).ToListAsync(stop))
            .SelectMany(o => new[] { (Word: Slug.From(o.Name), o), (Word: $"{o.Id}", o) }).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Select(w => w.o.MergedIntoId ?? w.o.Id).First());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var read = 0;
        foreach (var chunk in file.Chunk(Batch))
        {
            await Take([.. chunk.Select(e => Prepare(e, communes, request)).OfType<Ready>()], known, request, stop);
            progress(Texts.Get("operate.places.rows"), read += chunk.Length);
        }

        if (_problems.Count > 0 && !request.KeepGood) return new(0, 0, 0, _ignored, _problems, _notes);
        await PlaceCommunes(stop);
        if (!request.DryRun) await transaction.CommitAsync(stop);
        return new(_created, _changed, _unchanged, _ignored, _problems, _notes);
    }

    // A commune whose centre nobody gave stands in the middle of what is known there, until « import communes » or « import contours » says better: its map can be drawn, and says that it is approximate.
    private async Task PlaceCommunes(CancellationToken stop)
    {
        var lost = db.Set<Territory>().Where(t => t.Kind == TerritoryKind.Commune && t.Latitude == null);
        var centres = await (from commune in lost
                             join place in db.Set<Place>() on commune.Id equals place.TerritoryId
                             where place.Latitude != null && place.Longitude != null && place.MergedIntoId == null
                             group place by commune.Id into known
                             select new { known.Key, Latitude = known.Average(p => p.Latitude!.Value), Longitude = known.Average(p => p.Longitude!.Value) }).ToDictionaryAsync(c => c.Key, stop);
        if (centres.Count == 0) return;
        var ids = centres.Keys.ToList();
        foreach (var commune in await lost.Where(t => ids.Contains(t.Id)).ToListAsync(stop))
            commune.PlaceAt(Math.Round(centres[commune.Id].Latitude, 5), Math.Round(centres[commune.Id].Longitude, 5), Texts.In("fr", "operate.places.centre")).ThrowIfRefused();
        (await db.Save(stop)).ThrowIfRefused();
    }

    private Ready? Prepare((PlaceLine? Line, string? Problem) entry, CommuneOfPlace communes, Request request)
    {
        if (entry.Problem is { } problem) _problems.Add(problem);
        if (entry.Line is not { } line) return null;
        if (line["kind"] is { Length: > 0 } kind && kind != EnumWords.Write(OccasionKind.Place))
        {
            _ignored++;
            return null;
        }

        var (commune, unclear) = communes.Find(line);
        if (unclear is not null) _problems.Add(Texts.Get("import.cell", line.Line, Texts.Get("occasions.field.territory"), line["territory"], Texts.Get(unclear)));
        if (commune is null && unclear is null) _ignored++;
        return commune is null ? null : new Ready(line, commune, Codes(line, request));
    }

    private static Dictionary<string, string> Codes(PlaceLine line, Request request)
    {
        var codes = line["codes"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':', 2)).Where(c => c.Length == 2).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        if (line["id"].Trim() is { Length: > 0 and <= 120 } id) codes.TryAdd(request.Scheme ?? (Guid.TryParse(id, out _) ? "trame" : Slug.From(request.Source)), id);
        return codes;
    }

    private async Task Take(IReadOnlyList<Ready> rows, KnownPlaces known, Request request, CancellationToken stop)
    {
        var found = rows.Select(r => known.Find(r.Line, r.Codes, r.Commune.Id)).OfType<Guid>().Distinct().ToList();
        var places = await db.Set<Place>().Where(p => found.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var row in rows)
        {
            var place = known.Find(row.Line, row.Codes, row.Commune.Id) is { } id ? places.GetValueOrDefault(id) : null;
            var isNew = place is null;
            place ??= new Place(row.Line["name"].Trim(), known.FreeSlug(row.Line["name"]), row.Commune.Id, request.Source, db.Now);
            if (!Say(place, row, request, isNew)) continue;
            if (!isNew) continue;
            db.Add(place);
            places[place.Id] = place;
            known.Remember(place.Id, place.Slug, place.Name, place.TerritoryId, place.Codes);
        }

        _created += db.ChangeTracker.Entries<Place>().Count(e => e.State == EntityState.Added);
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<Place>().Count(e => e.State == EntityState.Modified);
        _changed += changed;
        _unchanged += found.Count - changed;
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
    }

    private bool Say(Place place, Ready row, Request request, bool isNew)
    {
        var before = _problems.Count;
        foreach (var field in OccasionField.For(OccasionKind.Place).Where(f => f.Key != "territory"))
        {
            var value = field.Key == "organisation" ? Organisation(row.Line) : row.Line[field.Key];
            if (value.Length == 0 && !field.Required) continue;
            var checkedValue = field.Check(place, value, out var canonical);
            if (!checkedValue.Accepted) Tell(row.Line, field, value, checkedValue);
            else if (!AlreadySaid(place, field, canonical, request.Source) && !(isNew && field.Key == "name")) Hear(place, field, canonical, row.Line.Line, request.Source);
        }

        foreach (var (scheme, value) in row.Codes.Where(c => !place.Codes.TryGetValue(c.Key, out var known) || known != c.Value)) place.Identify(scheme, value);
        return _problems.Count == before;
    }

    // As on a form, what seems to speak of a person (R4) is told and not refused: the words may be in their place. The row comes in; who imports reads it again.
    private void Hear(Place place, OccasionField field, string value, int line, string source)
    {
        place.Hear(field, value, source, db.Now);
        if (!field.IsFreeText) return;
        foreach (var finding in scan.Scan(value))
            _notes.Add(Texts.Get("import.cell", line, Texts.Get($"occasions.field.{field.Key}"), place.Name, Texts.Get(finding.TextKey, value.Substring(finding.Start, finding.Length))));
    }

    private string Organisation(PlaceLine line)
    {
        var name = line["organisation"].Trim();
        if (name.Length == 0) return name;
        if (_organisations.TryGetValue(Slug.From(name), out var id)) return id.ToString();
        _problems.Add(Texts.Get("import.cell", line.Line, Texts.Get("occasions.field.organisation"), name, Texts.Get("operate.places.organisation-unknown")));
        return "";
    }

    private static bool AlreadySaid(Place place, OccasionField field, string value, string source) =>
        (field.Read(place) == value && place.ShownSource(field) == source) || place.Sources.Any(s => s.Field == field.Key && s.Source == source && s.Value == value);

    private void Tell(PlaceLine line, OccasionField field, string value, Outcome outcome)
    {
        var excerpt = value.Length > 60 ? $"{value[..60]}…" : value;
        foreach (var refusal in outcome.Refusals) _problems.Add(Texts.Get("import.cell", line.Line, Texts.Get($"occasions.field.{field.Key}"), excerpt, Texts.Get(refusal.TextKey, [.. refusal.Args])));
    }
}
