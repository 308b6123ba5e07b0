using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Registers.People;

/// <summary>What to call me and how to reach me, first the way I prefer.</summary>
public sealed class DescribePage(TrameDb db, DescribeMyself describe, FreeTextScan scan) : PeoplePage
{
    // A person's own number belongs in this form; what they are or suffer from does not.
    private static readonly HashSet<ScanCategory> Expected = [ScanCategory.Phone, ScanCategory.Email];

    [BindProperty] public string DisplayName { get; set; } = "";
    [BindProperty] public string Language { get; set; } = "fr";
    [BindProperty] public List<string> Kind { get; set; } = [];
    [BindProperty] public List<string> Value { get; set; } = [];
    [BindProperty] public List<string> GoodHours { get; set; } = [];

    /// <summary>The person read the warning and keeps their words.</summary>
    [BindProperty] public bool Kept { get; set; }

    public IReadOnlyList<string> Warnings { get; private set; } = [];

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
        Warnings = [.. Rows.SelectMany(r => scan.Scan($"{r.Value}. {r.GoodHours}")).Where(f => !Expected.Contains(f.Category)).Select(f => f.TextKey).Distinct()];
        if (Warnings.Count > 0 && !Kept)
        {
            ModelState.Remove(nameof(Kept));
            return Page();
        }

        var outcome = await describe.Handle(new(DisplayName, Language, Rows), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Foundation.Web.Language.Keep(Response, Language);
        Tell("people.describe.told");
        return Redirect($"{Request.PathBase}/moi");
    }
}
