using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>The words of needs and offers: the coordinator renames, adds, retires.</summary>
public sealed class KindsPage(HelpKinds kinds, KeepKind keep) : TramePage
{
    [BindProperty] public string? Key { get; set; }

    [BindProperty] public string French { get; set; } = "";

    [BindProperty] public string English { get; set; } = "";

    [BindProperty] public string FrenchMoment { get; set; } = "";

    [BindProperty] public string EnglishMoment { get; set; } = "";

    [BindProperty] public bool Together { get; set; }

    [BindProperty] public bool Retired { get; set; }

    public IReadOnlyList<HelpKind> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? sorte, CancellationToken stop)
    {
        if (!May(NeedActs.KeepKinds)) return Forbidden();
        Kinds = await kinds.All(stop);
        if (Kinds.FirstOrDefault(k => k.Key == sorte) is { } kind)
            (Key, French, English, FrenchMoment, EnglishMoment, Together, Retired) = (kind.Key, kind.French, kind.English, kind.FrenchMoment, kind.EnglishMoment, kind.Together, kind.IsRetired);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(NeedActs.KeepKinds)) return Forbidden();
        Kinds = await kinds.All(stop);
        var outcome = await keep.Handle(new(string.IsNullOrEmpty(Key) ? null : Key, French, English, FrenchMoment, EnglishMoment, Together, Retired), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("needs.saved");
        return Redirect($"{Request.PathBase}/relier/sortes");
    }
}
