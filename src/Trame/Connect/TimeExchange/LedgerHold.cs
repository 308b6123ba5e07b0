using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.TimeExchange;

/// <summary>The ledger held for one exchange. SQLite lets one writer in and makes the others look again every 150 ms: within this process they wait their turn instead, and each goes as soon as the one before is done.</summary>
public sealed class LedgerHold : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    private readonly SemaphoreSlim? _turn;
    private readonly IDbContextTransaction _transaction;

    private LedgerHold(SemaphoreSlim? turn, IDbContextTransaction transaction) => (_turn, _transaction) = (turn, transaction);

    internal static async Task<LedgerHold> Take(TrameDb db, Space space, CancellationToken stop)
    {
        var turn = db.Provider == Provider.Sqlite ? Turns.GetOrAdd(space.Connection, _ => new SemaphoreSlim(1)) : null;
        if (turn is not null) await turn.WaitAsync(stop);
        try
        {
            return new LedgerHold(turn, await db.Database.BeginTransactionAsync(stop));
        }
        catch
        {
            // whatever kept it from beginning: the next one must not wait for it
            turn?.Release();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken stop) => _transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _turn?.Release();
        }
    }
}
