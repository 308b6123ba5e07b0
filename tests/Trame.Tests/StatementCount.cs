using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Trame.Tests;

/// <summary>Counts the statements that one piece of work sends to the database. Work is told apart by its asynchronous flow, so tests may run side by side.</summary>
public sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Counter?> Current = new();

    static StatementCount() => DiagnosticListener.AllListeners.Subscribe(new StatementCount());

    private sealed class Counter
    {
        public int Count;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Counter> Databases = new();

    /// <summary>What anybody sends to one database meanwhile: for a request, which runs in the server's own flow. The database must be this test's alone.</summary>
    public static async Task<int> OfDatabase(string connection, Func<Task> work)
    {
        var counter = Databases[connection] = new Counter();
        await work();
        Databases.TryRemove(connection, out _);
        return counter.Count;
    }

    public static async Task<int> During(Func<Task> work)
    {
        var counter = Current.Value = new Counter();
        await work();
        Current.Value = null;
        return counter.Count;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Key != RelationalEventId.CommandExecuting.Name) return;
        if (Current.Value is { } counter) Interlocked.Increment(ref counter.Count);
        if (told.Value is CommandEventData { Context: { } context } && context.Database.GetConnectionString() is { } connection && Databases.TryGetValue(connection, out var database))
            Interlocked.Increment(ref database.Count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) => throw error;
}
