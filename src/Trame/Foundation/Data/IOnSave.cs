using Microsoft.EntityFrameworkCore;

namespace Trame.Foundation.Data;

/// <summary>What must stay true whenever something is saved: a room keeps its read models and derived columns here, in the same transaction.</summary>
public interface IOnSave
{
    /// <summary>Before the rows are written: entities may still be completed.</summary>
    void Before(TrameDb db) { }

    /// <summary>After the rows are written, before the transaction ends: raw statements only.</summary>
    Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop) => Task.CompletedTask;
}
