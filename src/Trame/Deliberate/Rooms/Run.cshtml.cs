using Microsoft.AspNetCore.Mvc;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Rooms;

/// <summary>The console of whoever holds the evening. Two may hold it at once.</summary>
public sealed class RunPage(TrameDb db, FindRooms find, LiveRooms rooms, RunRoom run) : RoomPage(db, find, rooms)
{
    [BindProperty] public string Axis { get; set; } = "zones";
    [BindProperty] public bool Doubt { get; set; } = true;
    [BindProperty] public string Hall { get; set; } = "counts";
    [BindProperty] public string Statement { get; set; } = "";
    [BindProperty] public bool Reworded { get; set; }
    [BindProperty] public int Side { get; set; } = 1;
    [BindProperty] public string Argument { get; set; } = "";
    [BindProperty] public string NoteKind { get; set; } = "question";
    [BindProperty] public string Note { get; set; } = "";
    [BindProperty] public string[] Zone { get; set; } = [];
    [BindProperty] public bool FromPhoto { get; set; }
    [BindProperty] public string Cards { get; set; } = "";
    [BindProperty] public int Card { get; set; }
    [BindProperty] public int Turn { get; set; }
    [BindProperty] public bool On { get; set; }
    [BindProperty] public string Why { get; set; } = "";
    [BindProperty] public string StopReason { get; set; } = "";
    [BindProperty] public long[] Kept { get; set; } = [];

    /// <summary>Which form was sent: the warning about people stands in that one.</summary>
    public string Sent { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Hold(slug, stop) ?? Page();

    public async Task<IActionResult> OnGetNowAsync(string slug, CancellationToken stop) => await Hold(slug, stop) ?? (Room is null ? NotFound() : Partial("/Deliberate/Rooms/_Console.cshtml", this));

    public async Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop)
    {
        if (await Hold(slug, stop) is { } elsewhere) return elsewhere;
        Outcome<DebateRoom> opened = EnumWords.TryRead<RoomAxis>(Axis, out var axis) && EnumWords.TryRead<HallMode>(Hall, out var hall) ? await run.Open(Debate, axis, Doubt, hall, Actor, stop) : new Refusal("room.axis.wrong", "Axis");
        return opened.Accepted ? Redirect($"{Path}/animer") : Refused(opened.Plain);
    }

    public Task<IActionResult> OnPostStateAsync(string slug, CancellationToken stop) => Answer(slug, "state", async room => Warned(("room.statement.ask", Statement)) ? PeopleWarning.Refusal : await run.State(room, Statement, Reworded, Actor), stop);

    public Task<IActionResult> OnPostArgueAsync(string slug, CancellationToken stop) => Answer(slug, "argue", async room => Warned(("room.argument", Argument)) ? PeopleWarning.Refusal : await run.Argue(room, Side, Argument, Actor), stop);

    public Task<IActionResult> OnPostNoteAsync(string slug, CancellationToken stop) => Answer(slug, "note", async room => Warned(("room.note", Note)) ? PeopleWarning.Refusal : await run.Note(room, NoteKind, Note, Actor), stop);

    public Task<IActionResult> OnPostCountAsync(string slug, CancellationToken stop) => Answer(slug, "count", room => run.Count(room, Zone.Select(z => z ?? "").ToList(), FromPhoto, Actor), stop);

    public Task<IActionResult> OnPostCardsAsync(string slug, CancellationToken stop) => Answer(slug, "cards", room => run.Cards(room, Cards, Actor, stop), stop);

    public Task<IActionResult> OnPostHandAsync(string slug, CancellationToken stop) => Answer(slug, "hand", room => run.Hand(room, Card, Side, Actor, stop), stop);

    public Task<IActionResult> OnPostGiveAsync(string slug, CancellationToken stop) => Answer(slug, "give", room => run.Give(room, Turn, Actor), stop);

    public Task<IActionResult> OnPostFinishAsync(string slug, CancellationToken stop) => Answer(slug, "finish", room => run.Finish(room, Turn, Actor), stop);

    public Task<IActionResult> OnPostSwapAsync(string slug, CancellationToken stop) => Answer(slug, "swap", room => run.Swap(room, On, Actor), stop);

    public Task<IActionResult> OnPostPauseAsync(string slug, CancellationToken stop) => Answer(slug, "pause", async room => Warned(("room.why", Why)) ? PeopleWarning.Refusal : await run.Pause(room, On, Why, Actor), stop);

    public Task<IActionResult> OnPostCloseAsync(string slug, CancellationToken stop) => Answer(slug, "close", room => run.Close(room, Debate, StopReason, Kept, Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, string sent, Func<DebateRoom, Task<Outcome<RoomView>>> act, CancellationToken stop)
    {
        if (await Hold(slug, stop) is { } elsewhere) return elsewhere;
        if (Room is null) return NotFound();
        Sent = sent;
        var outcome = await act(Room);
        return outcome.Accepted ? Redirect($"{Path}/animer#{sent}") : Refused(outcome.Plain);
    }

    private async Task<IActionResult?> Hold(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        return MayHold ? null : Forbidden();
    }
}
