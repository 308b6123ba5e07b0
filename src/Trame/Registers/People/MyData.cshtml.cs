using Microsoft.AspNetCore.Mvc;

namespace Trame.Registers.People;

/// <summary>Everything Trame keeps about me, to read, to print, to take away.</summary>
public sealed class MyDataPage(ExportPerson export) : PeoplePage
{
    public IReadOnlyList<ExportPerson.Table> Tables { get; private set; } = [];

    public IActionResult OnGet() => Actor.IsSignedIn ? Page() : Forbidden();

    /// <summary>Asked by a button, because it is told in the security journal.</summary>
    public async Task<IActionResult> OnPostAsync(string form, CancellationToken stop)
    {
        if (Actor.PersonId is not { } id) return Forbidden();
        var all = await export.Handle(id, Actor, stop);
        if (!all.Accepted) return Refused(all.Plain);
        ShowOnce();
        if (form == "json") return File(ExportPerson.Json(all.Value), "application/json", "mes-donnees.json");
        Tables = all.Value;
        return Page();
    }

    public static string Say(object? value) => value switch
    {
        null => "",
        NodaTime.Instant at => NodaTime.Text.InstantPattern.General.Format(at),
        string text => text,
        System.Collections.IEnumerable => System.Text.Json.JsonSerializer.Serialize(value, Foundation.Data.Columns.Json),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
