using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.CitizenDays;

/// <summary>The evening: what was done on each worksite and how many came; whom to thank, each by the channel they left.</summary>
public sealed class EveningPage(TrameDb db, ReadDay read, TellWorksite tell) : DayPage(db, read)
{
    [BindProperty] public Guid SiteId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string People { get; set; } = "";

    [BindProperty] public string Done { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = Warned(("days.evening.done", Done)) ? PeopleWarning.Refusal
            : await tell.Handle(new(SiteId, Version, int.TryParse(People.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null, Done), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("days.saved");
        return Redirect($"{Path}/soir#chantier-{Sites.First(s => s.Id == SiteId).Number}");
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop) => !await Find(slug, stop) ? NotFound() : !MayRun ? Forbidden() : Day.Day > Today ? Redirect(Path) : null;
}
