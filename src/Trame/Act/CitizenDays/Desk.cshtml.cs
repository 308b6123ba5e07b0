using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Act.CitizenDays;

/// <summary>The desk of the morning: who is there, who was not expected, where hands are missing. With scripts it goes on without a network and sends what it noted when the network is back.</summary>
public sealed class DeskPage(TrameDb db, ReadDay read, ReceiveDesk receive) : DayPage(db, read)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>Who is there, all of them or, with <see cref="Arrived"/>, some.</summary>
    [BindProperty] public Guid SignUpId { get; set; }

    /// <summary>Numbers of those who are there; « - »: nobody.</summary>
    [BindProperty] public string[] Arrived { get; set; } = [];

    /// <summary>First names between commas, or how many.</summary>
    [BindProperty] public string Names { get; set; } = "";

    [BindProperty] public string Quarter { get; set; } = "";

    [BindProperty] public string Site { get; set; } = "";

    /// <summary>What an unconnected desk noted, as JSON.</summary>
    [BindProperty] public string Notes { get; set; } = "";

    public IReadOnlyList<Hands> Hands { get; private set; } = [];

    public string Words { get; private set; } = "";

    /// <summary>A note of an unconnected desk.</summary>
    private sealed record Noted(Guid Id, bool[]? Here, string? Names, string? Site, string? Quarter);

    public async Task<IActionResult> OnGetAsync(string slug, string? q, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Words = q?.Trim() ?? "";
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public Task<IActionResult> OnPostHereAsync(string slug, CancellationToken stop) => Answer(slug, () =>
        SignUps.FirstOrDefault(s => s.Id == SignUpId) is { } signUp ? new ReceiveDesk.Note(SignUpId, Arrived.Length == 0 ? null : [.. signUp.People.Select((_, n) => Arrived.Contains(n.ToString(CultureInfo.InvariantCulture)))], null, null, null) : null, stop);

    public Task<IActionResult> OnPostWalkInAsync(string slug, CancellationToken stop) => Answer(slug, () => new(Guid.CreateVersion7(), null, NamesIn(Names), SiteOf(Site), Quarter), stop);

    /// <summary>Many notes at once; answers what became of each and where hands are missing now.</summary>
    public async Task<IActionResult> OnPostNotesAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (NotesIn(Notes) is not { } noted) return BadRequest();
        var outcome = await receive.Handle(new(Day.Id, [.. noted.Select(n => new ReceiveDesk.Note(n.Id, n.Here, n.Names is null ? null : NamesIn(n.Names), SiteOf(n.Site ?? ""), n.Quarter))]), Actor, stop);
        if (!outcome.Accepted) return StatusCode(StatusCodes.Status422UnprocessableEntity, new { said = Said(outcome.Plain) });
        await Enter(slug, stop);
        return new JsonResult(new
        {
            notes = noted.Zip(outcome.Value, (n, o) => new { id = n.Id, taken = o.Accepted, said = Said(o) }),
            hands = Hands.ToDictionary(h => h.Site.Number, h => new[] { h.Placed, h.Came }),
            came = SignUps.Where(s => s.Came > 0).ToDictionary(s => s.Id, s => s.People.Select(p => p.Came)),
        });
    }

    private async Task<IActionResult> Answer(string slug, Func<ReceiveDesk.Note?> note, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (note() is not { } noted) return Refused(Refusal.Gone);
        var outcome = await receive.Handle(new(Day.Id, [noted]), Actor, stop);
        var answer = outcome.Accepted ? outcome.Value[0] : outcome.Plain;
        if (answer.Accepted)
        {
            Tell("days.desk.noted");
            return Redirect($"{Path}/accueil");
        }

        await Enter(slug, stop);
        return Refused(answer);
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        Hands = CitizenDays.Hands.Of(Kept, SignUps);
        return MayRun ? null : Forbidden();
    }

    private Guid? SiteOf(string number) => Kept.FirstOrDefault(s => s.Number.ToString(CultureInfo.InvariantCulture) == number)?.Id;

    private static List<string> NamesIn(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? [.. Enumerable.Repeat("", Math.Min(count, SignUp.MostTogether + 1))]
        : [.. typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => !Blank.Is(n)).Take(SignUp.MostTogether + 1)];

    private static string Said(Outcome outcome) => string.Join(' ', outcome.Refusals.Select(r => Texts.Get(r.TextKey, [.. r.Args])));

    private static IReadOnlyList<Noted>? NotesIn(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Noted[]>(json, Wire);
        }
        catch (JsonException)
        {
            return null; // not from our desk: it is told so
        }
    }
}
