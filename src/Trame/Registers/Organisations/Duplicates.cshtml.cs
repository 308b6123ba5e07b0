using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Organisations that may be there twice, each pair with the way to look at both.</summary>
public sealed class DuplicatesPage(FindAlikeOrganisations alike) : TramePage
{
    public IReadOnlyList<FindAlikeOrganisations.Pair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(OrganisationActs.Merge)) return Forbidden();
        Pairs = await alike.All(stop);
        return Page();
    }
}
