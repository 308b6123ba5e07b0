using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Trame.Benchmarks;

/// <summary>Counts what the server does: the time between the first and the last piece of its pipeline, and the statements it sends to databases.</summary>
internal sealed class Meter : IStartupFilter, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<(string Path, double Milliseconds)> _served = new();
    private long _statements;

    public Meter() => DiagnosticListener.AllListeners.Subscribe(this);

    public long Statements => Interlocked.Read(ref _statements);

    /// <summary>Everything served since the last time this was asked.</summary>
    public IReadOnlyList<(string Path, double Milliseconds)> Take()
    {
        var taken = new List<(string, double)>();
        while (_served.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            var path = context.Request.Path.Value ?? "";
            var started = Stopwatch.GetTimestamp();
            await rest(context);
            _served.Enqueue((path, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        });
        next(app);
    };

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Key == RelationalEventId.CommandExecuting.Name) Interlocked.Increment(ref _statements);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) => throw error;
}
