using Microsoft.AspNetCore.Mvc;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Rooms;

/// <summary>What the three screens of a room share: the debate, its last room, the room as it is now.</summary>
public abstract class RoomPage(TrameDb db, FindRooms find, LiveRooms rooms) : DebatePage(db)
{
    /// <summary>Null before the first evening.</summary>
    public DebateRoom? Room { get; private set; }

    public RoomView? View { get; private set; }

    public bool MayHold => May(RoomActs.Run);

    protected LiveRoom Live => rooms.Of(Here.Space, Room!.Id); // asked once the room is found

    public string Address => $"{Request.Scheme}://{Request.Host}{Path}/salle";

    public static string ZoneText(int zone) => Texts.Get($"room.zone.{zone}");

    public static string SideText(int side) => Texts.Get(side switch { < 0 => "room.side.against", > 0 => "room.side.for", _ => "room.side.between" });

    public RoomScreen Screen(bool wall = false) => new(Debate, Room!, View!, Path, wall); // shown once the room is found

    /// <summary>Reads the room for a page that shows it; a move that is only acknowledged does not need it.</summary>
    protected async Task Look(CancellationToken stop) => View = Room is null ? null : await Live.Now(Db, stop);

    protected async Task<IActionResult?> Enter(string slug, CancellationToken stop, bool look = true)
    {
        if (!look && rooms.Known(Here.Space, slug) is { } known)
        {
            Use(known.Debate);
            Room = known.Room;
            return null;
        }

        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (Debate.Stage is not (DebateStage.Open or DebateStage.Answered) || !Debate.Uses(DebateMethod.Moving)) return NotFound();
        Room = await find.Last(Debate.Id, stop);
        if (Room is not null) rooms.Remember(Here.Space, Debate, Room);
        if (look) await Look(stop);
        return null;
    }
}
