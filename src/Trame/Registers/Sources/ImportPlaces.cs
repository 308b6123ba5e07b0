using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Exports;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>
/// Brings in places. The file is read twice: first every row is judged and nothing is written, then the good ones come in, in one transaction; so that a
/// file is in or out, and a wrong row far down costs no work that must be undone. Twice the same file changes nothing the second time. What somebody else
/// said is never overwritten: the file's word stands beside it, with its source.
/// </summary>
public sealed class ImportPlaces(TrameDb db, FindTerritories find, TakePlaces take)
{
    private const int Batch = 500;
    private const int TellEvery = 1_000;

    /// <param name="file">Read twice.</param>
    /// <param name="write">Otherwise everything is worked out and nothing is kept.</param>
    /// <param name="told">Told of each row in the order of the file, refused ones first; not of those that change nothing.</param>
    /// <returns>Null when a row is wrong and the good ones were not to be kept: nothing was written.</returns>
    /// <param name="before">First thing in the transaction.</param>
    /// <param name="after">Last thing in the transaction.</param>
    public async Task<ImportTally?> Handle(PlaceFile file, ImportRequest request, bool write, Func<RowOutcome, Task> told, Action<string, long> progress, CancellationToken stop,
        Func<ImportTally, Task>? after = null, Func<Task>? before = null)
    {
        var tally = new ImportTally();
        if (!await Refuse(file, await Judge(request, stop), request, tally, told, progress, stop)) return null;
        await using var transaction = write ? await db.Database.BeginTransactionAsync(stop) : null;
        if (before is not null) await before();
        var judge = await Judge(request, stop);
        await take.Begin(request, tally, judge, write, stop);
        var read = 0;
        foreach (var chunk in file.Read(request.Map).Chunk(Batch))
        {
            foreach (var outcome in await take.Handle([.. chunk.Select(e => judge.Of(e).Ready).OfType<JudgePlaces.Ready>()], stop)) await told(outcome);
            if ((read += chunk.Length) % TellEvery == 0) progress(Texts.Get("sources.places.rows"), read);
        }

        progress(Texts.Get("sources.places.rows"), read);
        foreach (var outcome in await take.Missing(stop)) await told(outcome);
        if (transaction is null) return tally;
        await PlaceCommunes(stop);
        if (after is not null) await after(tally);
        await transaction.CommitAsync(stop);
        return tally;
    }

    private async Task<bool> Refuse(PlaceFile file, JudgePlaces judge, ImportRequest request, ImportTally tally, Func<RowOutcome, Task> told, Action<string, long> progress, CancellationToken stop)
    {
        var read = 0;
        foreach (var entry in file.Read(request.Map))
        {
            stop.ThrowIfCancellationRequested();
            var (ready, faults) = judge.Of(entry);
            if (faults.Count > 0)
            {
                tally.Count(RowState.Refused);
                await told(new RowOutcome(entry.Line?.Rank ?? entry.Broken!.Element ?? entry.Broken.LineNumber, RowState.Refused, null, entry.Line?["name"] ?? "", "") { Faults = faults, Raw = entry.Line?.Raw, Sentences = [.. faults.Select(f => entry.Line is { } line ? line.Sentence(f) : f.Reason)] });
            }
            else if (ready is null) tally.Count(RowState.Elsewhere);
            else foreach (var note in ready.Line.Notes) tally.Note(note);
            if (++read % TellEvery == 0) progress(Texts.Get("sources.places.read"), read);
        }

        progress(Texts.Get("sources.places.read"), read);
        return tally[RowState.Refused] == 0 || request.KeepGood;
    }

    private async Task<JudgePlaces> Judge(ImportRequest request, CancellationToken stop)
    {
        var tree = await find.Tree(stop);
        var communes = new CommuneOfPlace(tree, new TerritoryIndex(await find.Sites([.. tree.Communes()], stop)));
        var organisations = (await db.Set<Organisation>().AsNoTracking().Select(o => new { o.Id, o.Name, o.MergedIntoId }).ToListAsync(stop))
            .SelectMany(o => new[] { (Word: Slug.From(o.Name), o), (Word: $"{o.Id}", o) }).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Select(w => w.o.MergedIntoId ?? w.o.Id).First());
        // HSDS has no room for a commune without a street: one of our own places coming back stands where we know it stands.
        var own = request.Map.Format == KnownFormats.Hsds ? await db.Set<Place>().AsNoTracking().Select(p => new { p.Id, p.TerritoryId }).ToDictionaryAsync(p => p.Id, p => p.TerritoryId, stop) : [];
        return new JudgePlaces(communes, line => OwnId.In(line["id"]) is { } id && own.TryGetValue(id, out var territory) ? tree.Find(territory) : null, organisations, request, new Place("Exemple", "exemple", Guid.Empty, request.Source, db.Now));
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
            commune.PlaceAt(Math.Round(centres[commune.Id].Latitude, 5), Math.Round(centres[commune.Id].Longitude, 5), Texts.In("fr", "sources.places.centre")).ThrowIfRefused();
        (await db.Save(stop)).ThrowIfRefused();
    }
}
