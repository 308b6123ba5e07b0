using Microsoft.AspNetCore.Mvc;

namespace Trame.Registers.People;

/// <summary>A printed access card, mine or (at the counter) someone's. The answer to the button shows it once: its code is kept nowhere.</summary>
public sealed class CardPage(MakeCard cards) : PeoplePage
{
    /// <summary>Whose card; mine when it is not said.</summary>
    [BindProperty(SupportsGet = true, Name = "pour")] public Guid? For { get; set; }

    public AccessCard? Made { get; private set; }

    /// <summary>Where the QR leads: the card's number is filled in, its code is not.</summary>
    public string Link => Whole($"/entrer?carte={Made?.Number}");

    public string Entrance => Whole("/entrer");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        (For ?? Actor.PersonId) is { } id && await cards.May(id, Actor, stop) ? Page() : Forbidden();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if ((For ?? Actor.PersonId) is not { } id) return Forbidden();
        var card = await cards.Handle(id, Actor, stop);
        if (card.Refusals.Contains(Foundation.Data.Refusal.NotAllowed)) return Forbidden();
        if (!card.Accepted) return Refused(card.Plain);
        Made = card.Value;
        ShowOnce();
        return Page();
    }
}
