using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Qu'avons-nous compris de ce fichier ? Each column with examples and what it says, and ten rows as they would be read.</summary>
public sealed class ColumnsPage(TrameDb db, CorrectImport correct, AskImport ask) : TramePage
{
    private const int Shown = 10;

    [BindProperty] public int Version { get; set; }

    /// <summary>By the place of the column in the file.</summary>
    [BindProperty] public List<string> Fields { get; set; } = [];

    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Type { get; set; } = "";

    [BindProperty] public bool Complete { get; set; }

    [BindProperty] public string SameAbove { get; set; } = "";

    public PlaceImport Import { get; private set; } = null!; // found by every handler, or 404

    public TableFormat? Format { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Examples { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<PlaceEntry> Rows { get; private set; } = [];

    public IReadOnlyList<string> Keys { get; private set; } = [];

    public IEnumerable<SelectListItem> Types => [new(Texts.Get("sources.columns.type.none"), ""), .. Vocabulary.Types[OccasionKind.Place].Select(t => new SelectListItem(Texts.Get($"occasions.type.{t}"), t))];

    public IEnumerable<SelectListItem> Thresholds => [new(Texts.Get("sources.columns.same.never"), ""), .. ((string[])["0.97", "0.9", "0.75"]).Select(t => new SelectListItem(Texts.Get("sources.columns.same.above", t.Replace(".", System.Globalization.CultureInfo.CurrentUICulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal)), t))];

    public static IEnumerable<(string Key, string Label)> Choices => PlaceColumns.Keys.Select(k => (k, PlaceColumns.Label(k)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!May(SourceActs.Import)) return Forbidden();
        if (!await Load(id, stop)) return NotFound();
        (Version, Source, Type, Complete) = (Import.Version, Import.Source, Import.Map.Type ?? "", Import.Complete);
        SameAbove = Import.SameAbove > 1 ? "" : Import.SameAbove.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        Fields = [.. Import.Map.Columns.Select(c => c.Field)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!May(SourceActs.Import)) return Forbidden();
        if (!await Load(id, stop)) return NotFound();
        if (Warned(("sources.columns.source", Source))) return Refused(PeopleWarning.Refusal);
        var fields = Import.Map.Columns.Zip(Fields).ToDictionary(p => p.First.Column, p => p.Second ?? "");
        var above = double.TryParse(SameAbove, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : Resemblance.Never;
        var outcome = await correct.Handle(new(id, Version, fields, Source, Type, Complete, above), Actor, stop);
        if (outcome.Accepted) outcome = await ask.Review(outcome.Value.Id, Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/donnees/importer/{outcome.Value.Id}/revue");
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Import.Version;
            ModelState.Remove(nameof(Version));
        }

        return Refused(outcome.Plain);
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return false;
        Import = import;
        if (!import.HasFile) return true;
        var file = import.File();
        if (file.Understand(new HashSet<string>(), import.Map).Understood is { } understood)
        {
            Format = understood.Format;
            Examples = understood.Columns.Index().ToDictionary(c => c.Item, c => (IReadOnlyList<string>)[.. understood.Sample.Select(r => r.Cells[c.Index].Trim()).Where(v => v.Length > 0).Distinct().Take(3)]);
        }

        Rows = [.. file.Read(import.Map).Take(Shown)];
        Keys = [.. ((string[])["name", "territory", "address", "postal-code", "hours", "hours-note", "phone", "email", "website", "type", "latitude"]).Where(k => Rows.Any(r => r.Line?[k].Length > 0))];
        return true;
    }
}
