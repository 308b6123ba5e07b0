using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>Takes judged rows into the register, or works out what taking them would change. Works for one file; keeps the rules of who said what.</summary>
public sealed class TakePlaces(TrameDb db, FreeTextScan scan, FindTerritories find, ExportRegister export)
{
    private readonly HashSet<Guid> _seen = [];
    private readonly Dictionary<Guid, Place> _unsaved = []; // in a review, new places are held so that a later row finds them
    private ImportRequest _request = null!;
    private ImportTally _tally = null!;
    private KnownPlaces _known = null!;
    private MatchPlaces? _match;
    private Echo? _echo;
    private bool _write;

    /// <summary>Places the file named, for who keeps what each source last said.</summary>
    public IReadOnlyCollection<Guid> Seen => _seen;

    internal async Task Begin(ImportRequest request, ImportTally tally, JudgePlaces judge, bool write, CancellationToken stop)
    {
        (_request, _tally, _write) = (request, tally, write);
        _seen.Clear();
        _unsaved.Clear();
        var cards = request.HoldLikely || request.SameAbove < Resemblance.Never ? new List<PlaceCard>() : null;
        _known = await KnownPlaces.Read(db, request, cards is null ? null : cards.Add, stop);
        _match = cards is null ? null : new MatchPlaces(cards);
        _echo = Echo.LayoutOf(request.Map.Format) is { } layout
            ? new Echo(layout, request.Map, export.Context(null), judge, await find.Tree(stop), await db.Set<Organisation>().AsNoTracking().ToDictionaryAsync(o => o.Id, stop)) : null;
    }

    internal async Task<IReadOnlyList<RowOutcome>> Handle(IReadOnlyList<JudgePlaces.Ready> rows, CancellationToken stop)
    {
        var meant = rows.Select(r => (Row: r, Meant: Meant(r))).ToList();
        var found = meant.Select(m => m.Meant.Id).OfType<Guid>().Distinct().ToList();
        var places = await db.Set<Place>().Where(p => found.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var undone = await Undone([.. places.Values.Where(p => p.Status == OccasionStatus.Closed).Select(p => p.Id)], stop);
        var outcomes = new List<(RowOutcome Outcome, Place Place)>();
        var held = new List<RowOutcome>();
        foreach (var (row, (_, resembles)) in meant)
        {
            var id = Meant(row).Id; // an earlier row may have made it meanwhile
            if (id is null && resembles.Count > 0 && _request.HoldLikely && !_request.Decisions.ContainsKey(row.Key))
            {
                _tally.Count(RowState.Likely);
                held.Add(new RowOutcome(row.Line.Rank, RowState.Likely, null, row.Line["name"], row.Key) { Resembles = resembles, Raw = row.Line.Raw });
                continue;
            }

            outcomes.Add(One(row, id, places, undone));
        }

        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<Place>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.Id).ToHashSet();
        if (_write) (await db.Save(stop)).ThrowIfRefused();
        var told = outcomes.GroupBy(o => o.Place.Id).Select(g => Settled([.. g.Select(o => o.Outcome)], changed.Contains(g.Key)) with { Version = g.First().Place.Version }).ToList();
        foreach (var outcome in told) _tally.Count(outcome.State);
        db.ChangeTracker.Clear();
        return [.. told.Where(o => o.State != RowState.Unchanged || o.Personal.Count > 0), .. held];
    }

    /// <summary>What the source named once and this file no longer names; only when the file is its whole list.</summary>
    internal async Task<IReadOnlyList<RowOutcome>> Missing(CancellationToken stop)
    {
        if (!_request.Complete) return [];
        var known = await db.Set<SourcePlace>().AsNoTracking().Where(s => s.Source == _request.Source).Select(s => new { s.PlaceId, Gone = s.VanishedAt != null }).ToListAsync(stop);
        var already = known.Where(k => k.Gone).Select(k => k.PlaceId).ToHashSet();
        var missing = known.Select(k => k.PlaceId).Union(_known.OfTheList).Where(id => !_seen.Contains(id) && !already.Contains(id)).ToHashSet();
        if (missing.Count == 0) return [];
        var places = await db.Set<Place>().AsNoTracking().Where(p => missing.Contains(p.Id) && p.MergedIntoId == null && p.Status != OccasionStatus.Closed).OrderBy(p => p.SortName).Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        _tally.Count(RowState.Vanished, places.Count);
        return [.. places.Select(p => new RowOutcome(0, RowState.Vanished, p.Id, p.Name, $"place:{p.Id}"))];
    }

    // Which place a row is: as it identifies itself, else as somebody decided, else the one it surely resembles.
    private (Guid? Id, IReadOnlyList<Resemblance> Resembles) Meant(JudgePlaces.Ready row)
    {
        if (_known.Find(row.Line, row.Codes, row.Commune.Id) is { } id) return (id, []);
        if (_request.Decisions.TryGetValue(row.Key, out var decided)) return (decided, []);
        if (_match is null) return (null, []);
        var resembles = _match.Of(Card(row));
        return resembles is [{ } best, ..] && best.Likeness >= _request.SameAbove ? (Guid.Parse(best.Key), resembles) : (null, resembles);
    }

    private static PlaceCard Card(JudgePlaces.Ready row) => new(row.Key, row.Line["name"])
    {
        Address = row.Line["address"], PostalCode = row.Line["postal-code"], Area = $"{row.Commune.Id}", Phone = row.Line["phone"], Siret = row.Codes.GetValueOrDefault("siret", ""),
        Latitude = Degrees(row, "latitude"), Longitude = Degrees(row, "longitude"),
    };

    private static double? Degrees(JudgePlaces.Ready row, string key) => double.TryParse(row.Line[key], System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    private (RowOutcome, Place) One(JudgePlaces.Ready row, Guid? id, Dictionary<Guid, Place> places, HashSet<Guid> undone)
    {
        var place = id is { } known ? places.GetValueOrDefault(known) ?? _unsaved.GetValueOrDefault(known) : null;
        var isNew = place is null;
        place ??= new Place(row.Line["name"].Trim(), _known.FreeSlug(row.Line["name"]), row.Commune.Id, _request.Source, db.Now);
        var personal = new List<string>();
        var differences = Say(place, row, isNew, personal);
        var comesBack = undone.Contains(place.Id);
        if (comesBack) place.Reopen(db.Now).ThrowIfRefused();
        if (!_seen.Add(place.Id)) _tally.Note("sources.places.note.same");
        _known.Remember(place.Id, place.Slug, place.Name, place.TerritoryId, place.Codes);
        if (isNew) places[place.Id] = place;
        if (isNew && _write) db.Add(place);
        if (isNew && !_write) _unsaved[place.Id] = place;
        return (new RowOutcome(row.Line.Rank, isNew || comesBack ? RowState.New : RowState.Changed, place.Id, place.Name, row.Key) { Differences = isNew ? [] : differences, Personal = personal }, place);
    }

    // Two rows of one place count once; a place that no row changed is unchanged.
    private static RowOutcome Settled(IReadOnlyList<RowOutcome> rows, bool isChanged)
    {
        var whole = rows[0] with { Differences = [.. rows.SelectMany(r => r.Differences)], Personal = [.. rows.SelectMany(r => r.Personal)] };
        return whole.State == RowState.New || isChanged ? whole : whole with { State = RowState.Unchanged };
    }

    private List<FieldDifference> Say(Place place, JudgePlaces.Ready row, bool isNew, List<string> personal)
    {
        var differences = new List<FieldDifference>();
        var isOurs = !isNew && OwnId.In(row.Line["id"]) == place.Id;
        var (ours, numbers) = isOurs && _echo is not null ? _echo.Of(place) : (new HashSet<(OccasionField, string)>(), new HashSet<(string, string)>());
        foreach (var (field, value) in row.Said.Where(s => !ours.Contains(s)))
        {
            // A service has a name of its own: it does not rename the structure that gives it.
            if (AlreadySaid(place, field, value) || (field.Key == "name" && (isNew || _request.Map.Format == KnownFormats.Services))) continue;
            var before = field.Read(place);
            place.Hear(field, value, _request.Source, db.Now);
            differences.Add(new(field.Key, before, value, field.Read(place) == value));
            // As on a form, what seems to speak of a person (R4) is told and not refused: the words may be in their place. The row comes in; who imports reads it again.
            if (field.IsFreeText)
                foreach (var finding in scan.Scan(value)) personal.Add(row.Line.Sentence(new(field.Key, place.Name, Texts.Get(finding.TextKey, value.Substring(finding.Start, finding.Length)))));
        }

        foreach (var (scheme, value) in row.Codes.Where(c => (!place.Codes.TryGetValue(c.Key, out var known) || known != c.Value) && OwnId.In(c.Value) != place.Id && !numbers.Contains((c.Key, c.Value)))) place.Identify(scheme, value);
        return differences;
    }

    // Closed by an import that was undone, and by nobody since: such a record comes back with its row.
    private async Task<HashSet<Guid>> Undone(List<Guid> closed, CancellationToken stop)
    {
        if (closed.Count == 0) return [];
        return await (from row in db.Set<SourcePlace>()
                      join place in db.Set<Place>() on row.PlaceId equals place.Id
                      where closed.Contains(place.Id) && row.UndoneVersion == place.Version
                      select place.Id).ToHashSetAsync(stop);
    }

    private bool AlreadySaid(Place place, OccasionField field, string value) =>
        (field.Read(place) == value && place.ShownSource(field) == _request.Source) || place.Sources.Any(s => s.Field == field.Key && s.Source == _request.Source && s.Value == value);
}
