using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.CitizenDays;

/// <summary>Quand travaille-t-on ensemble ? The days to come and those that were held; the coordinator opens one here.</summary>
public sealed class ListPage(ReadDay read, OpenDay open, CommuneChoices communes, TrameDb db) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string Territory { get; set; } = "";

    public IReadOnlyList<CitizenDay> Days { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public bool MayOpen => MaySomewhere(CitizenDayActs.Keep);

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        if (!MayOpen) return Forbidden();
        Outcome<CitizenDay> outcome = Warned(("days.name", Name)) ? PeopleWarning.Refusal
            : await open.Handle(new(Name, Day, Territory), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("days.opened");
        return Redirect($"{Request.PathBase}/journee-citoyenne/{outcome.Value.Slug}/preparer");
    }

    private async Task Load(CancellationToken stop)
    {
        Days = await read.All(stop);
        if (MayOpen) Communes = await communes.Handle(stop);
    }
}
