using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Rooms;

/// <summary>
/// Those who hold the evening: open it, give the statement and its rewordings, the floor, the pauses, the round of swapped sides; write the arguments that are heard; place those
/// who have no device; close it. Two of them at once see the same room, and the floor is given once.
/// </summary>
public sealed partial class RunRoom(TrameDb db, Rights rights, LiveRooms rooms, FindRooms find, CurrentSpace space)
{
    public const int StatementLength = 200;
    public const int MostInHall = 5_000;
    public const int MostKept = 3;
    public static readonly IReadOnlyList<string> StopReasons = ["time", "together", "repeats"];
    public static readonly IReadOnlyList<string> NoteKinds = ["question", "doubt", "fact"];

    public async Task<Outcome<DebateRoom>> Open(Debate debate, RoomAxis axis, bool doubt, HallMode hall, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, RoomActs.Run)) return Refusal.NotAllowed;
        if (debate.Stage != DebateStage.Open) return new Refusal("room.open.debate");
        if (await find.Last(debate.Id, stop) is { } last && last.ClosedAt is null) return last; // two at once: one room
        var room = new DebateRoom(debate.Id, ((await find.Last(debate.Id, stop))?.Number ?? 0) + 1, axis, doubt, hall, db.Now);
        db.Add(room);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        rooms.Forget(space.Space, debate);
        return saved.Accepted ? room : saved;
    }

    /// <param name="reworded">The same statement in other words: people stay where they stand.</param>
    public Task<Outcome<RoomView>> State(DebateRoom room, string statement, bool reworded, Actor actor)
    {
        var text = statement.Trim();
        if (Blank.Is(text) || text.Length > StatementLength) return Refuse("room.statement.length", "Statement", $"{StatementLength}");
        if (text.EndsWith('?')) return Refuse("room.statement.question", "Statement");
        return Send(room, actor, state => reworded && state.Statement == 0 ? new Refusal("room.no-statement", "Statement") : Say(reworded ? RoomEventKind.Reworded : RoomEventKind.Stated, new RoomSay { Text = text }), early: true);
    }

    public Task<Outcome<RoomView>> Argue(DebateRoom room, int side, string argument, Actor actor)
    {
        var text = argument.Trim();
        return Blank.Is(text) || text.Length > MoveInRoom.TextLength ? Refuse("room.argument.length", "Argument", $"{MoveInRoom.TextLength}")
            : Send(room, actor, state => Say(RoomEventKind.Argued, new RoomSay { Text = text, Side = Math.Sign(side), Swapped = state.Swapped ? true : null }));
    }

    /// <summary>Questions that nobody can answer tonight, doubts, facts to check.</summary>
    public Task<Outcome<RoomView>> Note(DebateRoom room, string kind, string note, Actor actor)
    {
        var text = note.Trim();
        return Blank.Is(text) || text.Length > MoveInRoom.TextLength ? Refuse("room.argument.length", "Note", $"{MoveInRoom.TextLength}")
            : !NoteKinds.Contains(kind) ? Refuse("room.note.kind", "NoteKind")
            : Send(room, actor, _ => Say(RoomEventKind.Noted, new RoomSay { Text = text, What = kind }));
    }

    /// <param name="counts">Five zones then doubt, as typed: counted in the hall, or on a photo of it that is thrown away.</param>
    public Task<Outcome<RoomView>> Count(DebateRoom room, IReadOnlyList<string> counts, bool fromPhoto, Actor actor)
    {
        if (room.Hall != HallMode.Counts) return Refuse("room.hall.cards", "Zone0");
        var read = counts.Take(RoomView.ZoneCount + 1).Select(c => c.Trim().Length == 0 ? 0 : int.TryParse(c.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (read.Any(n => n < 0) || read.Sum(n => (long)n) > MostInHall) return Refuse("room.hall.wrong", "Zone0", $"{MostInHall}");
        if (read.Length > RoomView.ZoneCount && read[RoomView.ZoneCount] > 0 && !room.Doubt) return Refuse("room.doubt.none", "Zone0");
        return Send(room, actor, _ => Say(RoomEventKind.Counted, new RoomSay { Counts = read, What = fromPhoto ? "photo" : "counted" }));
    }

    /// <summary>« 12 +2, 13 ?, 14 0 »: each card where it stands. A card that also came online is one voice.</summary>
    public async Task<Outcome<RoomView>> Cards(DebateRoom room, string cards, Actor actor, CancellationToken stop)
    {
        if (room.Hall != HallMode.Cards) return new Refusal("room.hall.counts", "Cards");
        var lines = CardLine().Matches(cards).ToList();
        if (lines.Count == 0 || CardLine().Replace(cards, "").Any(c => !char.IsWhiteSpace(c) && c is not (',' or ';' or '.'))) return new Refusal("room.cards.wrong", "Cards");
        var known = await db.Set<DebateCard>().AsNoTracking().Where(c => c.DebateId == room.DebateId).ToDictionaryAsync(c => c.Number, c => c.CodeHash, stop);
        var placed = lines.Select(l => (Number: int.Parse(l.Groups["card"].Value, CultureInfo.InvariantCulture), Where: l.Groups["where"].Value)).ToList();
        if (placed.Any(p => p.Where == "?") && !room.Doubt) return new Refusal("room.doubt.none", "Cards");
        if (known.Count > 0 && placed.FirstOrDefault(p => !known.ContainsKey(p.Number)) is { Number: > 0 } stray) return new Refusal("room.cards.unknown", "Cards", $"{stray.Number}");
        return await Send(room, actor, (state, seat) => MoveInRoom.Steps([.. placed
            .Select(p => (Seat: seat(CardKey(room, known, p.Number), Channel.Paper), At: p.Where == "?" ? (int?)null : RoomView.PositionOf(int.Parse(p.Where, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 2)))
            .GroupBy(p => p.Seat).Select(g => g.Last()).Where(p => !state.IsPlaced(p.Seat) || state.PositionOf(p.Seat) != p.At)
            .Select(p => new RoomStep(RoomEventKind.Moved, p.Seat, new RoomSay { Position = p.At }))]));
    }

    /// <summary>A hand goes up in the hall: by its card, on its side.</summary>
    public async Task<Outcome<RoomView>> Hand(DebateRoom room, int card, int side, Actor actor, CancellationToken stop)
    {
        if (card is < 1 or > MoveInRoom.MostSeats) return new Refusal("room.hand.card", "Card");
        var known = await db.Set<DebateCard>().AsNoTracking().Where(c => c.DebateId == room.DebateId && c.Number == card).ToDictionaryAsync(c => c.Number, c => c.CodeHash, stop);
        return await Send(room, actor, (state, seat) => seat(CardKey(room, known, card), Channel.Paper) is var number && state.IsAsking(number)
            ? MoveInRoom.Steps() : MoveInRoom.Steps(new RoomStep(RoomEventKind.Asked, number, new RoomSay { Side = Math.Sign(side) })));
    }

    /// <param name="turn">The turn that the screen showed: if somebody gave the floor meanwhile, it is not given again.</param>
    public Task<Outcome<RoomView>> Give(DebateRoom room, int turn, Actor actor) => Send(room, actor, state =>
        state.Turn != turn ? new Refusal("room.give.already")
        : state.Paused ? new Refusal("room.give.paused")
        : state.Next() is not { } next ? new Refusal("room.give.nobody")
        : Say(RoomEventKind.Given, new RoomSay { Side = next.Side, Turn = turn + 1 }, next.Speaker));

    public Task<Outcome<RoomView>> Finish(DebateRoom room, int turn, Actor actor) => Send(room, actor, state => state.Speaking is null || state.Turn != turn ? MoveInRoom.Steps() : Say(RoomEventKind.Finished, RoomSay.Nothing));

    public Task<Outcome<RoomView>> Swap(DebateRoom room, bool swapped, Actor actor) => Send(room, actor, state => state.Swapped == swapped ? MoveInRoom.Steps() : Say(swapped ? RoomEventKind.Swapped : RoomEventKind.Unswapped, RoomSay.Nothing));

    public Task<Outcome<RoomView>> Pause(DebateRoom room, bool paused, string why, Actor actor) =>
        why.Trim().Length > StatementLength ? Refuse("room.statement.length", "Why", $"{StatementLength}")
        : Send(room, actor, state => state.Paused == paused ? MoveInRoom.Steps() : Say(paused ? RoomEventKind.Paused : RoomEventKind.Resumed, new RoomSay { Text = paused ? why.Trim() : null }), early: true);

    /// <summary>Ends the evening: each side keeps its most solid arguments; from then on nothing leads from a device or a card to where it stood.</summary>
    public async Task<Outcome<RoomView>> Close(DebateRoom room, Debate debate, string reason, IReadOnlyList<long> kept, Actor actor, CancellationToken stop)
    {
        if (!StopReasons.Contains(reason)) return new Refusal("room.stop.reason", "StopReason");
        var people = (await rooms.Of(space.Space, room.Id).Now(db, stop)) is var view ? view.Results.Select(r => r.People).Append(view.People).Max() : 0;
        return await Send(room, actor, (state, _) => kept.Any(k => !state.Knows(k)) ? new Refusal("room.cause.unknown", "Kept") : Say(RoomEventKind.Closed, new RoomSay { What = reason, Kept = [.. kept.Distinct()] }), early: true, also: inside =>
        {
            var mine = inside.Set<DebateRoom>().First(r => r.Id == room.Id);
            mine.Close(inside.Now).ThrowIfRefused();
            inside.Set<RoomSeat>().Where(s => s.RoomId == room.Id).ExecuteUpdate(s => s.SetProperty(x => x.KeyHash, ""));
            inside.Add(DebateFacts.Of(DebateFacts.Phase, debate, Channel.Online, inside.Now, people));
            inside.Author = actor.As();
        });
    }

    private static string CardKey(DebateRoom room, Dictionary<int, string> known, int number) => known.TryGetValue(number, out var key) ? key : Participant.KeyOf(room.DebateId, $"carte {number}");

    private static Task<Outcome<RoomView>> Refuse(string key, string field, params string[] args) => Task.FromResult<Outcome<RoomView>>(new Refusal(key, field, args));

    private static Outcome<IReadOnlyList<RoomStep>> Say(RoomEventKind kind, RoomSay say, int? seat = null) => MoveInRoom.Steps(new RoomStep(kind, seat, say));

    private Task<Outcome<RoomView>> Send(DebateRoom room, Actor actor, Func<RoomState, Outcome<IReadOnlyList<RoomStep>>> decide, bool early = false) => Send(room, actor, (state, _) => decide(state), early);

    private async Task<Outcome<RoomView>> Send(DebateRoom room, Actor actor, Func<RoomState, Func<string, Channel, int>, Outcome<IReadOnlyList<RoomStep>>> decide, bool early = false, Action<TrameDb>? also = null)
    {
        if (!rights.May(actor, RoomActs.Run)) return Refusal.NotAllowed;
        return await rooms.Of(space.Space, room.Id).Send((state, seat) => state.Closed ? new Refusal("room.closed") : !early && MoveInRoom.Shut(state) is { } shut ? shut : decide(state, seat), also);
    }

    [GeneratedRegex(@"(?<![\d+-])(?<card>\d{1,4})\s*[:=\s]\s*(?<where>\?|\+?[0-2](?!\d)|-[12](?!\d))")]
    private static partial Regex CardLine();
}
