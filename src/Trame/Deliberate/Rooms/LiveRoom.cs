using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;

namespace Trame.Deliberate.Rooms;

/// <summary>
/// One room in this process. Whoever sends something waits until it is written: those who send at the same time are written together, in one transaction, and told after
/// it; screens are told at most once every <see cref="Pace"/>. Another process may write too: writers wait for one another on the row of the room, and read what they missed.
/// </summary>
public sealed class LiveRoom(Space space, Guid roomId, SpaceDatabases databases, TimeProvider clock)
{
    /// <summary>Between two messages to screens: eyes do not need more, and 300 screens times 300 moves would be too much.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(15); // those who come meanwhile go into the same transaction
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(1); // how often another process is listened to
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private const int MostTogether = 500;

    private sealed record Waiting(Func<RoomState, Func<string, Channel, int>, Outcome<IReadOnlyList<RoomStep>>> Decide, Action<TrameDb>? Also)
    {
        public TaskCompletionSource<Outcome<RoomView>> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private RoomState? _state;
    private RoomView? _view;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Number, byte[] Bytes) _tally = (-1, []);
    private int _ringing, _watchers, _listening;

    /// <param name="decide">What happens, given the room as it is; may seat somebody. Called again on a fresh room if writing has to start over.</param>
    /// <param name="also">What is written with it.</param>
    public async Task<Outcome<RoomView>> Send(Func<RoomState, Func<string, Channel, int>, Outcome<IReadOnlyList<RoomStep>>> decide, Action<TrameDb>? also = null)
    {
        var mine = new Waiting(decide, also);
        _waiting.Enqueue(mine);
        await Task.Delay(Gather, clock);
        await _gate.WaitAsync();
        try
        {
            if (!mine.Told.Task.IsCompleted) await WriteAll();
        }
        finally
        {
            _gate.Release();
        }

        return await mine.Told.Task;
    }

    /// <summary>The room as it is now, what other processes wrote included.</summary>
    public async Task<RoomView> Now(TrameDb db, CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            await CatchUp(db, stop);
            return View();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Where one seat stands: the only thing that is told to one only.</summary>
    public async Task<(int Seat, bool Placed, int? Position, bool Asking)?> Mine(string key)
    {
        await _gate.WaitAsync();
        try
        {
            return _state?.SeatOf(key) is { } seat ? (seat, _state.IsPlaced(seat), _state.PositionOf(seat), _state.IsAsking(seat)) : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Counts of each moment, as the bytes that every screen receives, until the screen goes.</summary>
    public async IAsyncEnumerable<byte[]> Watch([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        Interlocked.Increment(ref _watchers);
        if (Interlocked.Exchange(ref _listening, 1) == 0) _ = Listen();
        try
        {
            long sent = -1;
            while (!stop.IsCancellationRequested)
            {
                var changed = _changed.Task;
                var tally = Volatile.Read(ref _view) is { } view ? Tally(view) : (-1, []);
                if (tally.Number > sent)
                {
                    sent = tally.Number;
                    yield return tally.Bytes;
                }

                if (!await Rang(changed, stop) && !stop.IsCancellationRequested) yield return []; // a sign of life
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    private async Task<bool> Rang(Task changed, CancellationToken stop)
    {
        try
        {
            await changed.WaitAsync(Silence, clock, stop);
            return true;
        }
        catch (Exception reason) when (reason is TimeoutException or OperationCanceledException)
        {
            return false; // nothing happened, or the screen went
        }
    }

    private async Task WriteAll()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostTogether && _waiting.TryDequeue(out var one)) batch.Add(one);
        try
        {
            await Write(batch);
        }
        catch (Exception reason) // whatever broke, those who wait are told, and the room is read again
        {
            _state = null;
            foreach (var one in batch) one.Told.TrySetException(reason);
        }
    }

    private async Task Write(List<Waiting> batch)
    {
        await using var db = databases.Open(space);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var sql = db.Provider == Provider.Postgres ? "SELECT * FROM debate_room WHERE id = {0} FOR UPDATE" : "SELECT * FROM debate_room WHERE id = {0}"; // SQLite lets one writer in by itself
        var last = await db.Set<DebateRoom>().FromSqlRaw(sql, db.Stored(roomId)).AsNoTracking().Select(r => r.Last).SingleAsync();
        await CatchUp(db, last, default);
        var state = _state!; // caught up just above
        var (answers, also) = (new Outcome<RoomView>?[batch.Count], false);
        var number = state.Last > last ? state.Last : last;
        for (var i = 0; i < batch.Count; i++)
        {
            List<RoomSeat> seats = [];
            var decided = batch[i].Decide(state, (key, channel) => Seat(state, key, channel, seats, db.Now));
            if (!decided.Accepted) answers[i] = decided.Plain;
            if (!decided.Accepted) continue;
            foreach (var seat in seats.Where(s => decided.Value.Any(step => step.Seat == s.Number))) { state.Sit(seat.KeyHash, seat.Number); db.Add(seat); }
            foreach (var step in decided.Value)
            {
                var happened = new RoomEvent(roomId, ++number, step.Kind, step.Seat, step.Say, db.Now);
                db.Add(happened);
                state.Apply(happened);
            }

            batch[i].Also?.Invoke(db);
            also |= batch[i].Also is not null;
        }

        if (number > last)
        {
            if (also) (await db.Save(default)).ThrowIfRefused(); // with what else is written: facts and their tallies
            else await db.SaveChangesAsync();
            await db.Set<DebateRoom>().Where(r => r.Id == roomId).ExecuteUpdateAsync(r => r.SetProperty(x => x.Last, number));
            await transaction.CommitAsync();
            Publish();
        }

        for (var i = 0; i < batch.Count; i++) batch[i].Told.TrySetResult(answers[i] ?? View());
    }

    private int Seat(RoomState state, string key, Channel channel, List<RoomSeat> made, Instant now)
    {
        if (state.SeatOf(key) is { } known) return known;
        if (made.FirstOrDefault(s => s.KeyHash == key) is { } already) return already.Number;
        made.Add(new RoomSeat(roomId, state.LastSeat + made.Count + 1, key, channel, now));
        return made[^1].Number;
    }

    private async Task CatchUp(TrameDb db, CancellationToken stop)
    {
        var last = await db.Set<DebateRoom>().AsNoTracking().Where(r => r.Id == roomId).Select(r => r.Last).SingleAsync(stop);
        await CatchUp(db, last, stop);
    }

    private async Task CatchUp(TrameDb db, long last, CancellationToken stop)
    {
        if (_state is { } known && known.Last >= last) return;
        var state = _state ?? new RoomState();
        var (from, seat) = (state.Last, state.LastSeat);
        foreach (var s in await db.Set<RoomSeat>().AsNoTracking().Where(s => s.RoomId == roomId && s.Number > seat).ToListAsync(stop)) state.Sit(s.KeyHash, s.Number);
        await foreach (var happened in db.Set<RoomEvent>().AsNoTracking().Where(e => e.RoomId == roomId && e.Number > from).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(stop)) state.Apply(happened);
        _state = state;
        Publish();
    }

    private RoomView View()
    {
        if (_view is { } known && _state is { } state && known.Number == state.Last) return known;
        var view = (_state ?? new RoomState()).View();
        Volatile.Write(ref _view, view);
        return view;
    }

    // One ring for all that happens within the pace.
    private void Publish()
    {
        if (Interlocked.Exchange(ref _ringing, 1) == 0) _ = Ring();
    }

    private async Task Ring()
    {
        await Task.Delay(Pace, clock);
        Volatile.Write(ref _ringing, 0);
        await _gate.WaitAsync();
        View();
        _gate.Release();
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    // While somebody watches here, what another process wrote is looked for.
    private async Task Listen()
    {
        try
        {
            while (Volatile.Read(ref _watchers) > 0)
            {
                try
                {
                    await using var db = databases.Open(space);
                    await Now(db, default);
                }
                catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
                {
                    // the database is away: the next second asks again
                }

                await Task.Delay(Elsewhere, clock);
            }
        }
        finally
        {
            Volatile.Write(ref _listening, 0);
            if (Volatile.Read(ref _watchers) > 0 && Interlocked.Exchange(ref _listening, 1) == 0) _ = Listen(); // somebody came between the last look and this line
        }
    }

    private (long Number, byte[] Bytes) Tally(RoomView view)
    {
        var known = _tally;
        if (known.Number == view.Number) return known;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new
        {
            n = view.Number, shape = view.Shape, zones = view.Zones, bins = view.Bins, people = view.People, hall = view.Hall, moved = view.Moved,
            causes = view.Heard.Where(a => a.Moved > 0).ToDictionary(a => $"{a.Number}", a => a.Moved),
        });
        return _tally = (view.Number, bytes);
    }
}
