using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Rooms;

/// <summary>The wall of the hall: the statement, where people stand, who speaks; read from fifteen metres.</summary>
public sealed class WallPage(TrameDb db, FindRooms find, LiveRooms rooms) : RoomPage(db, find, rooms)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnGetNowAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? (Room is null ? NotFound() : Partial("/Deliberate/Rooms/_Wall.cshtml", Screen(wall: true)));
}
