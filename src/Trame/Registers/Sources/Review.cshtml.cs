using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

/// <summary>Qu'est-ce que cet import change ? Counts, differences field by field, probable duplicates, refusals; apply, take back.</summary>
public sealed class ReviewPage(TrameDb db, CorrectImport correct, AskImport ask, RunImports runs) : TramePage
{
    private const int PerPage = 50;

    private Guid? _then; // the import to show next: another one where the first was applied

    public static readonly IReadOnlyList<RowState> Lists = [RowState.New, RowState.Changed, RowState.Likely, RowState.Vanished, RowState.Refused];

    /// <summary>A place that a row resembles, as it is shown beside it.</summary>
    public sealed record Twin(Guid Id, string Name, string Path, string Address, string Phone, Resemblance Why);

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Key { get; set; } = "";

    [BindProperty] public Guid? Same { get; set; }

    public PlaceImport Import { get; private set; } = null!; // found by every handler, or 404

    /// <summary>What is under way or waits; null when nothing does.</summary>
    public ImportWork? Waiting { get; private set; }

    public RowState List { get; private set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public IReadOnlyDictionary<Guid, string> Paths { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<int, IReadOnlyList<Twin>> Twins { get; private set; } = new Dictionary<int, IReadOnlyList<Twin>>();

    /// <summary>How many records would show another value of a field, and how many would keep two words of it.</summary>
    public IReadOnlyList<(string Field, int Shown, int Kept)> ByField { get; private set; } = [];

    public string When(NodaTime.Instant at) => SpaceCalendar.Of(Here.Settings).Local(at).Date.PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(Guid id, string? liste, int? suite, CancellationToken stop)
    {
        if (!May(SourceActs.Import)) return Forbidden();
        if (!await Load(id, liste, suite, stop)) return NotFound();
        if (Waiting is not { Trouble: "" } && Request.Headers["HX-Target"] == "avancement") Response.Headers["HX-Refresh"] = "true"; // what was waited for is there: the page is read whole
        return Page();
    }

    public Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        var outcome = await ask.Apply(new(id, Version), Actor, stop);
        if (outcome is { Accepted: true, Value: true }) Tell("sources.applied");
        return outcome.Plain;
    }, stop);

    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        var outcome = await ask.Undo(new(id, Version), Actor, stop);
        if (outcome is { Accepted: true, Value: (true, var undone) }) Tell("sources.undone", undone.TakenBack, undone.Kept);
        return outcome.Plain;
    }, stop);

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        var outcome = await ask.Review(id, Actor, stop);
        _then = outcome.Value?.Id;
        return outcome.Plain;
    }, stop);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        var outcome = await ask.Cancel(id, Actor, stop);
        if (outcome.Accepted) Tell("sources.wait.cancelled");
        return outcome;
    }, stop);

    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        var outcome = await correct.Decide(new(id, Key, Same), Actor, stop);
        if (outcome.Accepted) outcome = await ask.Review(outcome.Value.Id, Actor, stop);
        _then = outcome.Value?.Id;
        return outcome.Plain;
    }, stop, "?liste=likely");

    private async Task<IActionResult> Act(Guid id, Func<Task<Outcome>> act, CancellationToken stop, string then = "")
    {
        if (!May(SourceActs.Import)) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/donnees/importer/{_then ?? id}/revue{then}");
        db.ChangeTracker.Clear();
        return await Load(id, null, null, stop) ? Refused(outcome) : NotFound();
    }

    private async Task<bool> Load(Guid id, string? liste, int? suite, CancellationToken stop)
    {
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return false;
        (Import, Version, PageNumber) = (import, import.Version, Math.Max(1, suite ?? 1));
        ModelState.Remove(nameof(Version));
        Waiting = await db.Set<ImportWork>().AsNoTracking().FirstOrDefaultAsync(r => r.ImportId == id, stop);
        if (runs.Far(id) is { } far) Waiting?.Tell(far.Part, far.Rows, db.Now);
        List = Lists.FirstOrDefault(l => EnumWords.Write(l) == liste, Lists.FirstOrDefault(l => import.Count(l) > 0));
        if (List == RowState.Likely && liste is null && import.Count(RowState.Likely) == 0) List = RowState.New;
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id);
        var found = await rows.Where(r => r.State == List).OrderBy(r => r.Number).Skip((PageNumber - 1) * PerPage).Take(PerPage + 1).ToListAsync(stop);
        (Rows, HasMore) = ([.. found.Take(PerPage)], found.Count > PerPage);
        var ids = Rows.Select(r => r.PlaceId).OfType<Guid>().ToList();
        Paths = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug }).ToDictionaryAsync(p => p.Id, p => $"/lieux/{p.Slug}", stop);
        ByField = [.. (await rows.Where(r => r.State == RowState.Changed).Take(20_000).Select(r => r.Details).ToListAsync(stop)).SelectMany(d => d.Differences).GroupBy(d => d.Field).Select(g => (g.Key, g.Count(d => d.Shown), g.Count(d => !d.Shown))).OrderByDescending(f => f.Item2 + f.Item3)];
        if (List == RowState.Likely) await LoadTwins(stop);
        return true;
    }

    private async Task LoadTwins(CancellationToken stop)
    {
        var ids = Rows.SelectMany(r => r.Details.Resembles).Select(r => Guid.Parse(r.Key)).Distinct().ToList();
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Slug, p.Address, p.Phone }).ToDictionaryAsync(p => p.Id, stop);
        Twins = Rows.ToDictionary(r => r.Number, r => (IReadOnlyList<Twin>)[.. r.Details.Resembles.Where(w => places.ContainsKey(Guid.Parse(w.Key))).Select(w => (Why: w, Place: places[Guid.Parse(w.Key)])).Select(t => new Twin(t.Place.Id, t.Place.Name, $"/lieux/{t.Place.Slug}", t.Place.Address, t.Place.Phone, t.Why))]);
    }

    /// <summary>The words of a field's value, as pages say them.</summary>
    public static string Say(string field, string value) => OccasionField.Find(field) is { } known && value.Length > 0 ? FieldWords.Say(known, value) : value.Length == 0 ? "—" : value;
}
