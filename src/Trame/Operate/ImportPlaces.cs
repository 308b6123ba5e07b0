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
/// Brings in places. The file is read twice: first every row is judged and nothing is written, then the good ones come in, in one transaction; so that a
/// file is in or out, and a wrong row far down costs no work that must be undone. Twice the same file changes nothing the second time. What somebody else
/// said is never overwritten: the file's word stands beside it, with its source.
/// </summary>
public sealed class ImportPlaces(TrameDb db, FindTerritories find, FreeTextScan scan)
{
    private const int Batch = 500;
    private const int TellEvery = 10_000;

    private static readonly IReadOnlyList<OccasionField> Asked = [.. OccasionField.For(OccasionKind.Place).Where(f => f.Key != "territory")];

    /// <param name="Scheme">What the « id » column identifies (data-inclusion, france-services...); the source's own when null.</param>
    /// <param name="Type">What kind of place they are where the file does not say.</param>
    public sealed record Request(string Source, string? Scheme, bool KeepGood, bool DryRun, string? Type = null);

    private sealed record Ready(PlaceLine Line, TerritoryNode Commune, Dictionary<string, string> Codes, IReadOnlyList<(OccasionField Field, string Value)> Said);

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal); // where each identifier was read first
    private readonly Dictionary<string, int> _notes = [];
    private readonly Problems _personal = new(); // what seems to speak of somebody: told, not refused
    private readonly HashSet<Guid> _told = [];
    private int _created, _changed, _unchanged, _ignored;
    private Dictionary<string, Guid> _organisations = [];
    private Place _example = null!; // fields ask what kind of occasion they are checked for

    /// <param name="file">Opens the file anew at each call.</param>
    public async Task<ImportReport> Handle(Func<IEnumerable<(PlaceLine? Line, string? Problem)>> file, Request request, Action<string, long> progress, CancellationToken stop)
    {
        var tree = await find.Tree(stop);
        var communes = new CommuneOfPlace(tree, new TerritoryIndex(await find.Sites([.. tree.Communes()], stop)));
        _organisations = (await db.Set<Organisation>().AsNoTracking().Select(o => new { o.Id, o.Name, o.MergedIntoId }).ToListAsync(stop))
            .SelectMany(o => new[] { (Word: Slug.From(o.Name), o), (Word: $"{o.Id}", o) }).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Select(w => w.o.MergedIntoId ?? w.o.Id).First());
        _example = new Place("Exemple", "exemple", Guid.Empty, request.Source, db.Now);
        var problems = new Problems();
        var read = 0;
        foreach (var entry in file())
        {
            stop.ThrowIfCancellationRequested();
            Judge(entry, communes, request, problems, isFirst: true);
            if (++read % TellEvery == 0) progress(Texts.Get("operate.places.read"), read);
        }

        if (problems.Count > 0 && !request.KeepGood) return new(0, 0, 0, _ignored, problems, Notes());
        await Write(file, communes, request, progress, stop);
        return new(_created, _changed, _unchanged, _ignored, problems, Notes());
    }

    private async Task Write(Func<IEnumerable<(PlaceLine? Line, string? Problem)>> file, CommuneOfPlace communes, Request request, Action<string, long> progress, CancellationToken stop)
    {
        var known = await KnownPlaces.Read(db, stop);
        var already = new Problems(); // told by the first reading
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var read = 0;
        foreach (var chunk in file().Chunk(Batch))
        {
            await Take([.. chunk.Select(e => Judge(e, communes, request, already, isFirst: false)).OfType<Ready>()], known, request, stop);
            if ((read += chunk.Length) % TellEvery == 0) progress(Texts.Get("operate.places.rows"), read);
        }

        progress(Texts.Get("operate.places.rows"), read);
        await PlaceCommunes(stop);
        if (!request.DryRun) await transaction.CommitAsync(stop);
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

    private Ready? Judge((PlaceLine? Line, string? Problem) entry, CommuneOfPlace communes, Request request, Problems problems, bool isFirst)
    {
        if (entry.Problem is { } problem) problems.Add(problem);
        if (entry.Line is not { } line) return null;
        if (line["kind"] is { Length: > 0 } kind && kind != EnumWords.Write(OccasionKind.Place))
        {
            if (isFirst) _ignored++;
            return null;
        }

        var before = problems.Count;
        var (commune, unclear) = communes.Find(line);
        if (unclear is not null) problems.Add(line.Sentence("territory", line["territory"], Texts.Get(unclear)));
        if (commune is null)
        {
            if (isFirst && unclear is null) _ignored++;
            return null;
        }

        var codes = Codes(line, request, problems);
        var said = Said(line, request, problems);
        if (problems.Count > before) return null;
        foreach (var note in isFirst ? line.Notes : []) _notes[note] = _notes.GetValueOrDefault(note) + 1;
        return new Ready(line, commune, codes, said);
    }

    private Dictionary<string, string> Codes(PlaceLine line, Request request, Problems problems)
    {
        var codes = line["codes"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':', 2)).Where(c => c.Length == 2).GroupBy(c => c[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        if (line["id"].Trim() is not { Length: > 0 and <= 120 } id) return codes;
        codes.TryAdd(request.Scheme ?? (Guid.TryParse(id, out _) ? "trame" : Slug.From(request.Source)), id);
        var at = line.Feature ?? line.Line;
        if (!_lines.TryAdd(id, at) && _lines[id] != at) problems.Add(line.Sentence("name", line["name"], Texts.Get("operate.places.twice", id, _lines[id])));
        return codes;
    }

    private List<(OccasionField, string)> Said(PlaceLine line, Request request, Problems problems)
    {
        var said = new List<(OccasionField, string)>();
        foreach (var field in Asked)
        {
            var value = field.Key switch { "organisation" => Organisation(line, problems), "type" when line["type"].Length == 0 => request.Type ?? "", _ => line[field.Key] };
            if (value.Length == 0 && !field.Required) continue;
            var outcome = field.Check(_example, value, out var canonical);
            if (outcome.Accepted) said.Add((field, canonical));
            foreach (var refusal in outcome.Refusals) problems.Add(line.Sentence(field.Key, value, Texts.Get(refusal.TextKey, [.. refusal.Args])));
        }

        return said;
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
            Say(place, row, request, isNew);
            if (!_told.Add(place.Id)) _notes["operate.places.note.same"] = _notes.GetValueOrDefault("operate.places.note.same") + 1;
            known.Remember(place.Id, place.Slug, place.Name, place.TerritoryId, place.Codes);
            if (!isNew) continue;
            db.Add(place);
            places[place.Id] = place;
        }

        _created += db.ChangeTracker.Entries<Place>().Count(e => e.State == EntityState.Added);
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<Place>().Count(e => e.State == EntityState.Modified);
        _changed += changed;
        _unchanged += found.Count - changed;
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
    }

    private void Say(Place place, Ready row, Request request, bool isNew)
    {
        foreach (var (field, value) in row.Said)
            if (!AlreadySaid(place, field, value, request.Source) && !(isNew && field.Key == "name")) Hear(place, field, value, row.Line, request.Source);
        foreach (var (scheme, value) in row.Codes.Where(c => !place.Codes.TryGetValue(c.Key, out var known) || known != c.Value)) place.Identify(scheme, value);
    }

    // As on a form, what seems to speak of a person (R4) is told and not refused: the words may be in their place. The row comes in; who imports reads it again.
    private void Hear(Place place, OccasionField field, string value, PlaceLine line, string source)
    {
        place.Hear(field, value, source, db.Now);
        if (!field.IsFreeText) return;
        foreach (var finding in scan.Scan(value)) _personal.Add(line.Sentence(field.Key, place.Name, Texts.Get(finding.TextKey, value.Substring(finding.Start, finding.Length))));
    }

    private string Organisation(PlaceLine line, Problems problems)
    {
        var name = line["organisation"].Trim();
        if (name.Length == 0) return name;
        if (_organisations.TryGetValue(Slug.From(name), out var id)) return id.ToString();
        problems.Add(line.Sentence("organisation", name, Texts.Get("operate.places.organisation-unknown")));
        return "";
    }

    private List<string> Notes() => [.. _notes.Select(n => Texts.CountOf(n.Key, n.Value)), .. _personal];

    private static bool AlreadySaid(Place place, OccasionField field, string value, string source) =>
        (field.Read(place) == value && place.ShownSource(field) == source) || place.Sources.Any(s => s.Field == field.Key && s.Source == source && s.Value == value);
}
