using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Connect.TimeExchange;

/// <summary>A member at the office: what they let it do in their name, and doing it; nothing beyond.</summary>
public sealed class MemberPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, PayHours pay, KeepAccount keep, KeepCheques cheques, CloseAccount close) : TimePage(db, accounts, kinds)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public bool Gift { get; set; }

    [BindProperty] public bool ToPot { get; set; }

    [BindProperty] public bool On { get; set; }

    [BindProperty] public List<string> Acts { get; set; } = [];

    [BindProperty] public string Most { get; set; } = "";

    [BindProperty] public string Days { get; set; } = "31";

    [BindProperty] public string Evidence { get; set; } = "signed-paper";

    [BindProperty] public Guid Id { get; set; }

    public TimeAccount Account { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<TimeMandate> Mandates { get; private set; } = [];

    public IReadOnlyList<TimeCheque> Cheques { get; private set; } = [];

    public IReadOnlyList<TimeTransfer> InTheirName { get; private set; } = [];

    public string MemberPath => $"{Path}/membres/{Account.Id}";

    public static IEnumerable<SelectListItem> EvidenceOptions => EnumWords.Words<MandateEvidence>().Where(w => w != "own-code").Select(w => new SelectListItem(Texts.Get($"time.mandate.evidence.{w}"), w));

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken stop) => await Load(slug, id, stop) ?? Page();

    public Task<IActionResult> OnPostPayAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "time.paid", () => pay.Handle(new(Key, Account.Id, "", To, ToPot, Gift, Time, Service, Day, Through()), Actor, stop), stop);

    public Task<IActionResult> OnPostExemptAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "needs.saved", () => keep.Handle(new KeepAccount.Exemption(Account.Id, Version, "", On), Actor, stop), stop);

    public Task<IActionResult> OnPostBookAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "time.cheque.made", () => cheques.Handle(new KeepCheques.Book(Account.Id, ""), Actor, stop), stop);

    public Task<IActionResult> OnPostLossAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "time.cheque.voided", () => cheques.Handle(new KeepCheques.Loss(Id, ""), Actor, stop), stop);

    public Task<IActionResult> OnPostMandateAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "time.mandate.given", () => keep.Handle(new KeepAccount.Giving(Account.Id, "", AccountPage.ActsIn(Acts), Most,
        int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, EnumWords.TryRead<MandateEvidence>(Evidence, out var evidence) ? evidence : MandateEvidence.SaidAtCounter), Actor, stop), stop);

    public Task<IActionResult> OnPostRevokeAsync(string slug, Guid id, CancellationToken stop) => Did(slug, id, "time.mandate.revoked", () => keep.Handle(new KeepAccount.Revoking(Id, ""), Actor, stop), stop);

    public async Task<IActionResult> OnPostCloseAsync(string slug, Guid id, CancellationToken stop)
    {
        var answer = await Did(slug, id, "time.closed", () => close.Handle(new(Account.Id, "", To, Through()), Actor, stop), stop);
        return answer is RedirectResult ? Redirect($"{Path}/membres") : answer;
    }

    private async Task<IActionResult> Did(string slug, Guid id, string said, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, id, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect(MemberPath);
        }

        Db.ChangeTracker.Clear();
        await Load(slug, id, stop);
        ModelState.Remove(nameof(Version));
        return Refused(outcome);
    }

    private async Task<IActionResult?> Load(string slug, Guid id, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        if (!MayHold) return Forbidden();
        if (await Db.Set<TimeAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.BankId == Bank.Id && a.Kind == AccountKind.Member && a.State != AccountState.Closed, stop) is not { } account) return NotFound();
        Account = account;
        Mandates = await Db.Set<TimeMandate>().AsNoTracking().Where(m => m.AccountId == id && m.RevokedAt == null && m.EndsOn >= Today).ToListAsync(stop);
        Cheques = await Db.Set<TimeCheque>().AsNoTracking().Where(c => c.AccountId == id && c.VoidedAt == null && !Db.Set<TimeTransfer>().Any(t => t.ChequeId == c.Id)).OrderBy(c => c.Id).ToListAsync(stop);
        InTheirName = await Db.Set<TimeTransfer>().AsNoTracking().Where(t => t.FromId == id && t.MandateId != null).OrderByDescending(t => t.At).Take(10).ToListAsync(stop);
        return null;
    }
}
