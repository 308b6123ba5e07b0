using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Registers.People;

/// <summary>What to call me and how to reach me, first the way I prefer.</summary>
public sealed class DescribePage(TrameDb db, DescribeMyself describe) : PeoplePage
{
    // A person's own number belongs in this form; what they are or suffer from does not.
    protected override IReadOnlyCollection<ScanCategory> Expected => [ScanCategory.Phone, ScanCategory.Email];

    [BindProperty] public string DisplayName { get; set; } = "";
    [BindProperty] public string Language { get; set; } = "fr";
    [BindProperty] public List<string> Kind { get; set; } = [];
    [BindProperty] public List<string> Value { get; set; } = [];
    [BindProperty] public List<string> GoodHours { get; set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; } = [new("Français", "fr"), new("English", "en")];

    public IReadOnlyList<ContactChannel> Rows => [.. Enumerable.Range(0, Math.Min(DescribeMyself.MostContacts, Value.Count(v => v.Length > 0) + 2)).Select(i =>
        new ContactChannel(Kind.ElementAtOrDefault(i) ?? DescribeMyself.ContactKinds[0], Value.ElementAtOrDefault(i) ?? "", GoodHours.ElementAtOrDefault(i) ?? ""))];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Actor.PersonId is not { } id) return Forbidden();
        var me = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, stop);
        (DisplayName, Language) = (me.DisplayName, me.Language);
        (Kind, Value, GoodHours) = ([.. me.Contacts.Select(c => c.Kind)], [.. me.Contacts.Select(c => c.Value)], [.. me.Contacts.Select(c => c.GoodHours)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Actor.IsSignedIn) return Forbidden();
        if (Warned(Rows.SelectMany(r => new[] { ("people.contact.value", r.Value), ("people.contact.hours", r.GoodHours) }))) return Refused(PeopleWarning.Refusal);
        var outcome = await describe.Handle(new(DisplayName, Language, Rows), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Foundation.Web.Language.Keep(Response, Language);
        Tell("people.describe.told");
        return Redirect($"{Request.PathBase}/moi");
    }
}
