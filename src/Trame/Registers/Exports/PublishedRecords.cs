using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Exports;

/// <summary>Every record that anyone may see and that still lives: open or paused; neither proposed, nor closed, nor merged into another, nor over. Read little by little and one batch ahead: a slow reader holds neither the database nor memory, a quick one waits little.</summary>
public sealed class PublishedRecords(TrameDb db, SpaceDatabases databases, CurrentSpace here, FindTerritories find)
{
    private const int Batch = 500;
    private const int Ahead = 1; // one reads while the other writes; two reading at once only slow each other down
    private static readonly string[] Derived = ["week_mask", "sort_name"]; // no format says them, and they are long

    // Who says each field is most of a row, and reading it most of the time: a format asks only whether sources disagree.
    private const string Disputed = "CASE WHEN o.sources LIKE '%\"shown\":false%' THEN o.sources ELSE '[]' END AS sources";

    /// <param name="kinds">Which of them.</param>
    /// <param name="carriedFirst">Those that an organisation carries before the others; by identifier otherwise.</param>
    /// <param name="withSources">Who says each field is read of every record; otherwise only of those on which sources disagree.</param>
    public async IAsyncEnumerable<PublicRecord> Read(IReadOnlyCollection<OccasionKind> kinds, bool carriedFirst, [EnumeratorCancellation] CancellationToken stop, bool withSources = false)
    {
        var columns = string.Join(", ", TableShape.Of<Occasion>(db).Columns.Select(c => c == "sources" && !withSources ? Disputed : Derived.Contains(c) ? $"'' AS {c}" : $"o.{c}"));
        var tree = await find.Tree(stop);
        var carriers = await db.Set<Organisation>().AsNoTracking().ToDictionaryAsync(o => o.Id, stop);
        var words = string.Join(", ", kinds.Select(k => $"'{EnumWords.Write(k)}'"));
        var only = db.Provider == Provider.Sqlite ? "+" : ""; // +: no index of this column, since following any other than that of the identifiers would sort everything for each batch
        var living = $"{only}o.merged_into_id IS NULL AND {only}o.status IN ('open', 'paused') AND {only}o.kind IN ({words})";
        foreach (var turn in carriedFirst ? (string[])[$" AND {only}o.organisation_id IS NOT NULL", $" AND {only}o.organisation_id IS NULL"] : [""])
        {
            var sql = $"SELECT {columns} FROM occasion o WHERE {living}{turn} AND o.id > {{0}} AND o.id <= {{1}} ORDER BY o.id";
            await foreach (var said in InTurn(sql, stop)) yield return new PublicRecord(said, tree.Find(said.TerritoryId), said.OrganisationId is { } id ? carriers.GetValueOrDefault(id) : null);
        }
    }

    private async IAsyncEnumerable<Occasion> InTurn(string sql, [EnumeratorCancellation] CancellationToken stop)
    {
        var coming = new Queue<Task<List<Occasion>>>();
        await foreach (var (after, last) in Batches(stop))
        {
            coming.Enqueue(Task.Run(() => Batched(sql, after, last, stop), stop));
            if (coming.Count <= Ahead) continue;
            foreach (var said in await coming.Dequeue()) yield return said;
        }

        while (coming.TryDequeue(out var batch))
            foreach (var said in await batch) yield return said;
    }

    private async Task<List<Occasion>> Batched(string sql, Guid after, Guid last, CancellationToken stop)
    {
        await using var own = databases.Open(here.Space);
        return await own.Set<Occasion>().FromSqlRaw(sql, own.Stored(after), own.Stored(last)).AsNoTracking().ToListAsync(stop);
    }

    /// <summary>Where each batch begins and ends, of all identifiers whatever they are: one look in their index each.</summary>
    private async IAsyncEnumerable<(Guid After, Guid Last)> Batches([EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = Guid.Empty; after < Guid.AllBitsSet;)
        {
            var last = await db.Set<Occasion>().FromSqlRaw("SELECT * FROM occasion WHERE id > {0}", db.Stored(after)).OrderBy(o => o.Id).Select(o => (Guid?)o.Id).Skip(Batch - 1).FirstOrDefaultAsync(stop) ?? Guid.AllBitsSet;
            yield return (after, last);
            after = last;
        }
    }

    /// <summary>How many living records of each kind there are.</summary>
    public async Task<IReadOnlyDictionary<OccasionKind, int>> Count(CancellationToken stop) =>
        await db.Set<Occasion>().Where(o => o.MergedIntoId == null && (o.Status == OccasionStatus.Open || o.Status == OccasionStatus.Paused))
            .GroupBy(o => o.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
