using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Rooms;

/// <summary>The moving debate on a phone: where I stand, what moved me, my turn to speak.</summary>
[EnableRateLimiting(RateLimits.Live)]
public sealed class RoomOfPage(TrameDb db, FindRooms find, LiveRooms rooms, MoveInRoom move, Participant participant) : RoomPage(db, find, rooms)
{
    [BindProperty] public string Position { get; set; } = "";

    [BindProperty] public bool Doubt { get; set; }

    /// <summary>« own » or the number of an argument.</summary>
    [BindProperty] public string Cause { get; set; } = "own";

    [BindProperty] public string Argument { get; set; } = "";

    [BindProperty] public bool Asking { get; set; }

    [BindProperty] public string Card { get; set; } = "";

    public (int Seat, bool Placed, int? Position, bool Asking)? Mine { get; private set; }

    public bool HasFloor => Mine is { } mine && View?.Speaking?.Seat == mine.Seat;

    public bool NeedsCard => Debate.Identity != DebateIdentity.None && Mine is null;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "carte")] string? card, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Card = card ?? "";
        await Recognise();
        return Page();
    }

    /// <summary>The part of the page that changes, for the script; the same as in the page.</summary>
    public async Task<IActionResult> OnGetNowAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        await Recognise();
        return Room is null ? NotFound() : Partial("/Deliberate/Rooms/_Now.cshtml", this);
    }

    public Task<IActionResult> OnPostMoveAsync(string slug, CancellationToken stop) => Answer(slug, async key =>
        !Doubt && !int.TryParse(Position, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _) ? new Refusal("room.position.wrong", "Position")
        : await move.Handle(new(Room!, key, Doubt ? null : int.Parse(Position, System.Globalization.CultureInfo.InvariantCulture), long.TryParse(Cause, System.Globalization.CultureInfo.InvariantCulture, out var cause) ? cause : null), Actor, stop), stop);

    public Task<IActionResult> OnPostAskAsync(string slug, CancellationToken stop) => Answer(slug, key => move.Ask(Room!, key, Asking, Actor, stop), stop);

    public Task<IActionResult> OnPostSayAsync(string slug, CancellationToken stop) => Answer(slug, async key =>
        Warned(("room.argument.mine", Argument)) ? PeopleWarning.Refusal : await move.Say(Room!, key, Argument, Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, Func<string, Task<Outcome<RoomView>>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop, look: false) is { } elsewhere) return elsewhere;
        if (Room is null) return NotFound();
        var seat = await participant.Enter(Debate, Card, stop);
        var outcome = seat.Accepted ? await act(seat.Value) : seat.Plain;
        if (outcome.Accepted) return Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal) ? new JsonResult(new { n = outcome.Value.Number }) : Redirect($"{Path}/salle");
        await Look(stop);
        await Recognise();
        return Refused(outcome.Plain);
    }

    private async Task Recognise()
    {
        if (Room is not null && participant.Known(Debate.Id) is { } key) Mine = await Live.Mine(key);
    }
}
