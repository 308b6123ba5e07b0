using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Rooms;

/// <summary>Somebody stands somewhere on the axis, or moves and says which argument moved them; asks for the floor or gives it up; says their argument when they have it.</summary>
public sealed class MoveInRoom(TrameDb db, Rights rights, LiveRooms rooms, CurrentSpace space)
{
    public const int MovesPerMinute = 120;
    public const int ArrivalsPerMinute = 3_000;
    public const int MostSeats = 10_000;
    public const int TextLength = 280;

    /// <param name="Key">What recognises the seat: a fingerprint.</param>
    /// <param name="Position">-100 … 100; null in doubt.</param>
    /// <param name="Cause">The argument that caused the move; null when it is one's own.</param>
    public sealed record Request(DebateRoom Room, string Key, int? Position, long? Cause);

    public async Task<Outcome<RoomView>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (Refused(actor) is { } refused) return refused;
        if (request.Position is null && !request.Room.Doubt) return new Refusal("room.doubt.none", "Position");
        if (request.Position is < -100 or > 100) return new Refusal("room.position.wrong", "Position");
        return await rooms.Of(space.Space, request.Room.Id).Send((state, seat) =>
        {
            if (Shut(state) is { } shut) return shut;
            if (request.Cause is { } cause && !state.Heard(cause)) return new Refusal("room.cause.unknown", "Cause");
            if (state.SeatOf(request.Key) is null && Arrive(state) is { } crowded) return crowded;
            var mine = seat(request.Key, Channel.Online);
            if (state.IsTooFast(mine, db.Now, MovesPerMinute)) return new Refusal("room.too-fast", "Position");
            if (state.IsPlaced(mine) && state.PositionOf(mine) == request.Position) return Steps(); // sent twice: one is there already
            return Steps(new RoomStep(RoomEventKind.Moved, mine, new RoomSay { Position = request.Position, Cause = state.IsPlaced(mine) ? request.Cause : null }));
        });
    }

    /// <param name="asking">Asks, or no longer does.</param>
    public async Task<Outcome<RoomView>> Ask(DebateRoom room, string key, bool asking, Actor actor, CancellationToken stop)
    {
        if (Refused(actor) is { } refused) return refused;
        return await rooms.Of(space.Space, room.Id).Send((state, seat) =>
        {
            if (Shut(state) is { } shut) return shut;
            if (state.SeatOf(key) is not { } mine || !state.IsPlaced(mine)) return new Refusal("room.ask.unplaced");
            if (state.IsAsking(mine) == asking || state.Speaking?.Seat == mine) return Steps();
            return Steps(new RoomStep(asking ? RoomEventKind.Asked : RoomEventKind.Withdrew, mine, RoomSay.Nothing));
        });
    }

    /// <summary>The argument of who has the floor. Once it is said it belongs to the room: nothing says whose it was.</summary>
    public async Task<Outcome<RoomView>> Say(DebateRoom room, string key, string argument, Actor actor, CancellationToken stop)
    {
        if (Refused(actor) is { } refused) return refused;
        var text = argument.Trim();
        if (text.Length is 0 or > TextLength) return new Refusal("room.argument.length", "Argument", $"{TextLength}");
        return await rooms.Of(space.Space, room.Id).Send((state, seat) =>
        {
            if (Shut(state) is { } shut) return shut;
            if (state.SeatOf(key) is not { } mine || state.Speaking is not { } floor || floor.Seat != mine) return new Refusal("room.say.not-yours", "Argument");
            return Steps(new RoomStep(RoomEventKind.Argued, null, new RoomSay { Text = text, Side = state.Swapped ? -floor.Side : floor.Side, Swapped = state.Swapped ? true : null }));
        });
    }

    internal static Outcome<IReadOnlyList<RoomStep>> Steps(params RoomStep[] steps) => steps;

    internal static Refusal? Shut(RoomState state) => state.Closed ? new Refusal("room.closed") : state.Statement == 0 ? new Refusal("room.no-statement") : null;

    private Refusal? Refused(Actor actor) => rights.May(actor, RoomActs.Join) ? null : Refusal.NotAllowed;

    // Those who are in stay in; those who come beyond what a room takes in a minute are asked to come back.
    private Refusal? Arrive(RoomState state)
    {
        if (state.LastSeat >= MostSeats) return new Refusal("room.full");
        var (since, count, _) = state.Arrivals;
        if (db.Now - since > Duration.FromMinutes(1) || db.Now < since) (since, count) = (db.Now, 0);
        state.Arrivals = (since, count + 1, false);
        return count >= ArrivalsPerMinute ? new Refusal("room.crowded") : null;
    }
}
