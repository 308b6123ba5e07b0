using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>Makes an invitation and shows its link once, with a square to scan and a sheet to print.</summary>
public sealed class InvitePersonPage(TrameDb db, RoleRules rules, Invite invite) : PeoplePage
{
    private static readonly Duration Lasts = Duration.FromDays(7);

    [BindProperty] public string RoleWord { get; set; } = "resident";
    [BindProperty] public string ScopeName { get; set; } = "";

    public string? Link { get; private set; }
    public Role Role => EnumWords.TryRead<Role>(RoleWord, out var role) ? role : Role.Resident;
    public string Until => When(Now + Lasts);

    public IReadOnlyList<Role> MayGive => [Role.Resident, .. RoleRules.Given.Where(r => rules.MayGive(Actor, r))];

    public IActionResult OnGet() => May(PeopleActs.Welcome) ? Page() : Forbidden();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(PeopleActs.Welcome)) return Forbidden();
        if (!EnumWords.TryRead<Role>(RoleWord, out var role)) return Refused(new Refusal("people.roles.unknown", nameof(RoleWord)));
        var scope = RoleRules.NeedsScope(role) && ScopeName.Trim().Length > 0 ? await RoleScopes.Find(db, ScopeName, stop) : null;
        var token = await invite.Handle(new(role, scope, Lasts), Actor, stop);
        if (token.Refusals.Contains(Refusal.NotAllowed)) return Forbidden();
        if (!token.Accepted) return Refused(Outcome.Of(token.Refusals.Select(r => r with { Field = nameof(ScopeName) })));
        Link = Whole($"/entree/{token.Value}");
        ShowOnce();
        return Page();
    }
}
