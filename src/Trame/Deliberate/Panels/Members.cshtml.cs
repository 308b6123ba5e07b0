using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;

namespace Trame.Deliberate.Panels;

/// <summary>Members and reserves by name, for those who keep the convention: who came, what is owed, who leaves and who is called.</summary>
public sealed class MembersPage(TrameDb db, RunPanel run) : ConventionPage(db)
{
    [BindProperty] public Guid PersonId { get; set; }
    [BindProperty] public int PersonVersion { get; set; }
    [BindProperty] public Guid[] Came { get; set; } = [];
    [BindProperty] public string Expenses { get; set; } = "";
    [BindProperty] public string Paid { get; set; } = "";
    [BindProperty] public string Because { get; set; } = "";

    public IReadOnlyList<PanelPerson> Members { get; private set; } = [];

    public IReadOnlyList<PanelPerson> Reserves { get; private set; } = [];

    public long Owed(PanelPerson person) => (person.Attended.Count * (Convention.AllowanceCents ?? 0)) + person.ExpensesCents;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Load(slug, stop) ?? Page();

    /// <summary>What is owed and paid, for the treasury.</summary>
    public async Task<IActionResult> OnGetTableAsync(string slug, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        using var stream = new MemoryStream();
        using (var table = new TableWriter(stream, ["billet", "nom", "prenom", "seances", "indemnites", "frais", "paye", "reste"]))
            foreach (var p in Members) table.Write(p.Ticket, p.LastName, p.FirstName, $"{p.Attended.Count}", Money(p.Attended.Count * (Convention.AllowanceCents ?? 0)), Money(p.ExpensesCents), Money(p.PaidCents), Money(Owed(p) - p.PaidCents));
        return File(stream.ToArray(), "text/csv; charset=utf-8", $"{Convention.Slug}-indemnites.csv");
    }

    public Task<IActionResult> OnPostAttendAsync(string slug, CancellationToken stop) => Answer(slug, async () =>
        Cents(Expenses) is { } expenses && Cents(Paid) is { } paid ? await run.Attend(new(PersonId, PersonVersion, Came, expenses, paid), Actor, stop) : new Refusal("debates.amount.wrong", "Expenses"), stop);

    public Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop) => Answer(slug, async () =>
    {
        var outcome = await run.Leave(new(PersonId, PersonVersion, Because), Actor, stop);
        if (outcome.Accepted) Tell(outcome.Value.Length > 0 ? "convention.replaced" : "convention.not-replaced", outcome.Value);
        return outcome.Plain;
    }, stop);

    private async Task<IActionResult> Answer(string slug, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        return outcome.Accepted ? Redirect($"{Path}/membres") : Refused(outcome);
    }

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        if (Convention.Stage < ConventionStage.Drawn || Convention.PurgedOn is not null) return NotFound();
        var people = await People(stop);
        Members = [.. people.Where(p => p.State == PanelState.Member || (p.State == PanelState.Left && (p.Turn is null || p.Attended.Count > 0)))];
        Reserves = [.. people.Where(p => p.State == PanelState.Reserve).OrderBy(p => p.Turn)];
        return null;
    }

    private static string Money(long cents) => (cents / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static long? Cents(string typed) => typed.Trim().Length == 0 || NumberCells.Decimal(typed) is { HasValue: true, Value: 0 } ? 0 : TypedQuantity.Read(true, typed, RunPanel.MostCents);
}
