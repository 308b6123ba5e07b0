using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Registers.People;

/// <summary>People of the space, by name; opening an account for someone at the counter.</summary>
public sealed class PeopleListPage(FindPeople find, RegisterPerson register) : PeoplePage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string Words { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "role")] public string RoleWord { get; set; } = "";
    [BindProperty] public string DisplayName { get; set; } = "";

    public FindPeople.Found Found { get; private set; } = new([], false);
    public IReadOnlyList<SelectListItem> Roles => [new(Texts.Get("people.list.any-role"), ""), .. RoleScopes.Choices(RoleRules.Given)];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : Forbidden();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var made = await register.Handle(DisplayName, Actor, stop);
        if (made.Refusals.Contains(Refusal.NotAllowed) || !await Load(stop)) return Forbidden();
        if (!made.Accepted) return Refused(made.Plain);
        Tell("people.list.told");
        return Redirect($"{Request.PathBase}/reglages/personnes/{made.Value}");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        var found = await find.Handle(Words, EnumWords.TryRead<Role>(RoleWord, out var role) ? role : null, Actor, stop);
        if (found.Accepted) Found = found.Value;
        return found.Accepted;
    }
}
