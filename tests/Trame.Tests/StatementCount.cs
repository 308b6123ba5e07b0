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
        if (told.Key == RelationalEventId.CommandExecuting.Name && Current.Value is { } counter) Interlocked.Increment(ref counter.Count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) => throw error;
}
