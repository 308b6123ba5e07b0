using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.Sources;

/// <summary>Keeps what became of the rows of an import beside it, in the transaction that is open.</summary>
internal sealed class KeepOutcomes(TrameDb db, Guid importId)
{
    /// <summary>Of a file that is not the right one, this many wrong rows tell enough.</summary>
    public const int MostRefused = 5_000;

    private const int Batch = 500;
    private readonly List<ImportRow> _waiting = [];
    private int _number, _refused;

    /// <summary>In place of what was kept of an earlier reading.</summary>
    public Task Clear(CancellationToken stop) => db.Set<ImportRow>().Where(r => r.ImportId == importId).ExecuteDeleteAsync(stop);

    public void Add(RowOutcome outcome)
    {
        if (outcome.State == RowState.Unchanged || (outcome.State == RowState.Refused && ++_refused > MostRefused)) return;
        _waiting.Add(new ImportRow(importId, ++_number, outcome, outcome.Raw?.Cells ?? []) { TakenVersion = outcome.Version });
    }

    /// <param name="all">Otherwise only when a batch is full.</param>
    public async Task Flush(bool all, CancellationToken stop)
    {
        if (_waiting.Count == 0 || (!all && _waiting.Count < Batch)) return;
        db.AddRange(_waiting);
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
        _waiting.Clear();
    }
}
