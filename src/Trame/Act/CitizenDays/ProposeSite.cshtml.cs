using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>Anyone proposes a worksite. The team's own are kept at once.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ProposeSitePage(TrameDb db, ReadDay read, ProposeWorksite propose) : SitePage(db, read)
{
    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Find(slug, stop) && !IsOver ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || IsOver) return NotFound();
        Outcome<Worksite> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine") : SiteWarned() ? PeopleWarning.Refusal : await propose.Handle(new(Day.Id, Typed), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(MayKeep ? "days.site.added" : "days.site.proposed");
        return Redirect(MayKeep ? $"{Path}/preparer#chantiers" : Path);
    }
}
