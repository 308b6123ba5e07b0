using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Connect.TimeExchange;

/// <summary>The ledger as it was written, the latest first; what was wrong is compensated from here; a file for whoever checks the accounts, with numbers of members and no name.</summary>
public sealed class JournalPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, CorrectTransfer correct) : TimePage(db, accounts, kinds)
{
    public const int Shown = 40;

    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public string Who { get; private set; } = "";

    public IReadOnlyList<(TimeTransfer Transfer, TimeAccount From, TimeAccount To, bool Corrected)> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public static IEnumerable<SelectListItem> ReasonOptions => EnumWords.Words<CorrectionReason>().Select(w => new SelectListItem(Texts.Get($"time.reason.{w}"), w));

    public async Task<IActionResult> OnGetAsync(string slug, string? membre, string? avant, CancellationToken stop) => await Load(slug, membre, avant, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, string? membre, CancellationToken stop)
    {
        if (await Load(slug, membre, null, stop) is { } elsewhere) return elsewhere;
        var outcome = EnumWords.TryRead<CorrectionReason>(Reason, out var reason) ? await correct.Handle(new(Id, reason), Actor, stop) : new Refusal("time.correct.reason.missing", "Reason");
        if (!outcome.Accepted) return Refused(outcome);
        Tell("time.correct.done");
        return Redirect($"{Path}/journal");
    }

    public async Task<IActionResult> OnGetFileAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        var numbers = await Db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == Bank.Id).ToDictionaryAsync(a => a.Id, a => a.Number, stop);
        var file = new MemoryStream();
        using (var table = new TableWriter(file, ["date", "ecrit_le", "nature", "sorte", "compte_debite", "compte_credite", "minutes", "canal", "echange", "corrige"]))
        {
            await foreach (var t in Db.Set<TimeTransfer>().AsNoTracking().Where(t => t.BankId == Bank.Id).OrderBy(t => t.At).ThenBy(t => t.Id).AsAsyncEnumerable().WithCancellation(stop))
            {
                table.Write(LocalDatePattern.Iso.Format(t.Day), InstantPattern.General.Format(t.At), EnumWords.Write(t.Kind), t.Service, numbers[t.FromId].ToString(CultureInfo.InvariantCulture), numbers[t.ToId].ToString(CultureInfo.InvariantCulture),
                    t.Minutes.ToString(CultureInfo.InvariantCulture), EnumWords.Write(t.Channel), t.ExchangeId.ToString("D"), t.CorrectsId?.ToString("D") ?? "");
            }

            table.Flush();
        }

        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"heures-{Bank.Slug}.csv");
    }

    private async Task<IActionResult?> Load(string slug, string? membre, string? avant, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        Who = membre?.Trim() ?? "";
        var found = Db.Set<TimeTransfer>().AsNoTracking().Where(t => t.BankId == Bank.Id);
        if (Who.Length > 0)
        {
            var one = await Accounts.Named(Bank.Id, Who, "membre", stop);
            var id = one.Value?.Id ?? Guid.Empty;
            found = found.Where(t => t.FromId == id || t.ToId == id);
        }

        if (InstantPattern.ExtendedIso.Parse(avant ?? "") is { Success: true, Value: var before }) found = found.Where(t => t.At < before);
        var rows = await found.OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(Shown + 1).Select(t => new { t, Corrected = Db.Set<TimeTransfer>().Any(c => c.CorrectsId == t.Id) }).ToListAsync(stop);
        var ids = rows.SelectMany(r => (Guid[])[r.t.FromId, r.t.ToId]).Distinct().ToList();
        var byId = await Db.Set<TimeAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        Lines = [.. rows.Take(Shown).Select(r => (r.t, byId[r.t.FromId], byId[r.t.ToId], r.Corrected))];
        Next = rows.Count > Shown ? InstantPattern.ExtendedIso.Format(rows[Shown - 1].t.At) : null;
        return null;
    }
}
