using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Connect.SharedPlaces;

/// <summary>Members and money of a place, for its hosts: what came in by source, what went out, this year or another; a file of it.</summary>
public sealed class AccountsPage(TrameDb db, KeepPlace keep) : PlacePage(db)
{
    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public string Price { get; set; } = "usual";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string Source { get; set; } = "sales";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string Amount { get; set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<PlaceMembership> Members { get; private set; } = [];

    public IReadOnlyList<BudgetLine> Lines { get; private set; } = [];

    public IEnumerable<(BudgetSource Source, long Cents)> BySource => Lines.Where(l => l.RemovedAt is null).GroupBy(l => l.Source).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(l => l.Cents)));

    public async Task<IActionResult> OnGetAsync(string slug, int? annee, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayHost) return Forbidden();
        Day = LocalDatePattern.Iso.Format(Today);
        await Load(annee, stop);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(string slug, int? annee, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayHost) return Forbidden();
        await Load(annee, stop);
        var file = new MemoryStream();
        using (var table = new TableWriter(file, ["date", "source", "quoi", "euros", "barre"]))
        {
            foreach (var line in Lines) table.Write(LocalDatePattern.Iso.Format(line.Day), Texts.In("fr", $"shared.source.{EnumWords.Write(line.Source)}"), line.What, (line.Cents / 100m).ToString("0.00", System.Globalization.CultureInfo.GetCultureInfo("fr-FR")), line.RemovedAt is null ? "" : "oui");
            table.Flush();
        }

        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"budget-{Occasion.Slug}-{Year}.csv");
    }

    public Task<IActionResult> OnPostMemberAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Joining(Occasion.Id, Name, Reach, EnumWords.TryRead<PriceTier>(Price, out var price) ? price : PriceTier.Usual), Actor, stop), stop);

    public Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Leaving(Id), Actor, stop), stop);

    public Task<IActionResult> OnPostMoneyAsync(string slug, CancellationToken stop) => Do(slug, async () => Warned(("shared.budget.what", What)) ? PeopleWarning.Refusal
        : await keep.Handle(new KeepPlace.Money(Occasion.Id, DayIn(Day), EnumWords.TryRead<BudgetSource>(Source, out var source) ? source : BudgetSource.Gifts, What, Amount), Actor, stop), stop);

    public Task<IActionResult> OnPostCrossAsync(string slug, CancellationToken stop) => Do(slug, () => keep.Handle(new KeepPlace.Crossing(Id), Actor, stop), stop);

    private Task<IActionResult> Do(string slug, Func<Task<Outcome>> act, CancellationToken stop) => Did(slug, "needs.saved", "comptes", act, () => Load(null, stop), stop);

    private async Task Load(int? year, CancellationToken stop)
    {
        Year = year is > 2000 and < 2100 ? year.Value : Today.Year;
        var (from, to) = (new NodaTime.LocalDate(Year, 1, 1), new NodaTime.LocalDate(Year, 12, 31));
        Members = await Db.Set<PlaceMembership>().AsNoTracking().Where(m => m.PlaceId == Occasion.Id && m.EndedAt == null && m.EndsOn >= Today).OrderBy(m => m.Name).ToListAsync(stop);
        Lines = await Db.Set<BudgetLine>().AsNoTracking().Where(l => l.PlaceId == Occasion.Id && l.Day >= from && l.Day <= to).OrderByDescending(l => l.Day).ThenByDescending(l => l.Id).Take(500).ToListAsync(stop);
    }
}
