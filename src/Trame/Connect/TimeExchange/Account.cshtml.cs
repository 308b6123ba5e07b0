using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Connect.TimeExchange;

/// <summary>« Mes heures », by one's code: what one has, what was exchanged, what was done in one's name; give, rest, leave.</summary>
public sealed class AccountPage(TrameDb db, FindAccounts accounts, HelpKinds kinds, PayHours pay, KeepAccount keep, KeepCheques cheques, CloseAccount close, SettleClearings clearings) : TimePage(db, accounts, kinds)
{
    public const int Shown = 20;

    public sealed record Line(TimeTransfer Transfer, TimeAccount Other, long Minutes, long Balance, bool Corrected);

    [BindProperty] public int Version { get; set; }

    [BindProperty] public bool Gift { get; set; }

    [BindProperty] public bool ToPot { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public bool Ads { get; set; }

    [BindProperty] public bool On { get; set; }

    [BindProperty] public List<string> Acts { get; set; } = [];

    [BindProperty] public string Most { get; set; } = "";

    [BindProperty] public string Days { get; set; } = "182";

    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public string Number { get; set; } = "";

    public string Code { get; private set; } = "";

    public IReadOnlyList<(TimeAccount Account, string Bank)> All { get; private set; } = [];

    public TimeAccount Account { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public long? Before { get; private set; }

    public IReadOnlyList<TimeMandate> Mandates { get; private set; } = [];

    public int Cheques { get; private set; }

    public IReadOnlyList<TimeAccount> Partners { get; private set; } = [];

    public IReadOnlyList<TimeClearing> Sent { get; private set; } = [];

    public string AccountPath => $"{Request.PathBase}/temps/compte/{Code}";

    public async Task<IActionResult> OnGetAsync(string code, Guid? banque, long? avant, CancellationToken stop)
    {
        if (await Load(code, banque, avant, stop) is { } elsewhere) return elsewhere;
        (Name, Reach, Ads, Version) = (Account.Name, Account.Reach, Account.Shown, Account.Version);
        return Page();
    }

    public Task<IActionResult> OnPostPayAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "time.paid", () => pay.Handle(new(Key, Account.Id, Code, To, ToPot, Gift, Time, Service, Day, Foundation.Facts.Channel.Online), Actor, stop), stop);

    public Task<IActionResult> OnPostSendAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "time.sent", () =>
        clearings.Handle(new SettleClearings.Sending(Key, Account.Id, Code, Id, int.TryParse(Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null, Time, Service, Day), Actor, stop), stop);

    public Task<IActionResult> OnPostNameAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "needs.saved", () => keep.Handle(new KeepAccount.Naming(Account.Id, Version, Code, Name, Reach, Ads), Actor, stop), stop);

    public Task<IActionResult> OnPostExemptAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "needs.saved", () => keep.Handle(new KeepAccount.Exemption(Account.Id, Version, Code, On), Actor, stop), stop);

    public Task<IActionResult> OnPostMandateAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "time.mandate.given", () =>
        keep.Handle(new KeepAccount.Giving(Account.Id, Code, ActsIn(Acts), Most, int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, MandateEvidence.OwnCode), Actor, stop), stop);

    public Task<IActionResult> OnPostRevokeAsync(string code, Guid? banque, CancellationToken stop) => Did(code, banque, "time.mandate.revoked", () => keep.Handle(new KeepAccount.Revoking(Id, Code), Actor, stop), stop);

    public async Task<IActionResult> OnPostBookAsync(string code, Guid? banque, CancellationToken stop)
    {
        var answer = await Did(code, banque, "time.cheque.made", () => cheques.Handle(new KeepCheques.Book(Account.Id, Code), Actor, stop), stop);
        return answer is RedirectResult ? Redirect($"{AccountPath}/cheques?banque={Account.Id}") : answer;
    }

    public async Task<IActionResult> OnPostCloseAsync(string code, Guid? banque, CancellationToken stop)
    {
        var answer = await Did(code, banque, "time.closed", () => close.Handle(new(Account.Id, Code, To, Foundation.Facts.Channel.Online), Actor, stop), stop);
        return answer is RedirectResult ? Redirect($"{Request.PathBase}/temps") : answer;
    }

    internal static IReadOnlyList<MandateAct> ActsIn(IEnumerable<string> words) => [.. words.Where(w => EnumWords.TryRead<MandateAct>(w, out _)).Select(EnumWords.Read<MandateAct>)];

    public static IEnumerable<SelectListItem> ActOptions => EnumWords.Words<MandateAct>().Select(w => new SelectListItem(Texts.Get($"time.mandate.act.{w}"), w));

    public static IEnumerable<SelectListItem> DayOptions => TimeMandate.Lengths.Select(d => new SelectListItem(Texts.CountOf("time.mandate.days.count", d), d.ToString(CultureInfo.InvariantCulture)));

    private async Task<IActionResult> Did(string code, Guid? banque, string said, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(code, banque, null, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{AccountPath}?banque={Account.Id}");
        }

        Db.ChangeTracker.Clear();
        await Load(code, banque, null, stop);
        ModelState.Remove(nameof(Version));
        Version = Account.Version;
        return Refused(outcome);
    }

    private async Task<IActionResult?> Load(string code, Guid? banque, long? before, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Code = code.Trim().ToUpperInvariant();
        var held = await Accounts.Held(Code, stop);
        if (held.Count == 0) return NotFound();
        Account = held.FirstOrDefault(a => a.Id == banque) ?? held[0];
        await Enter(await Accounts.BankOf(Account, stop), stop);
        if (held.Count > 1)
        {
            var names = await Db.Set<TimeBank>().Where(b => held.Select(h => h.BankId).Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, stop);
            All = [.. held.Select(a => (a, names[a.BankId]))];
        }

        var entries = await (from e in Db.Set<TimeEntry>()
                             join t in Db.Set<TimeTransfer>() on e.TransferId equals t.Id
                             where e.AccountId == Account.Id && (before == null || e.Position < before)
                             orderby e.Position descending
                             select new { e.Position, e.Minutes, e.Balance, Transfer = t, Corrected = Db.Set<TimeTransfer>().Any(c => c.CorrectsId == t.Id) }).AsNoTracking().Take(Shown + 1).ToListAsync(stop);
        var ids = entries.SelectMany(e => (Guid[])[e.Transfer.FromId, e.Transfer.ToId]).Distinct().ToList();
        var others = await Db.Set<TimeAccount>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        Lines = [.. entries.Take(Shown).Select(e => new Line(e.Transfer, others[e.Transfer.FromId == Account.Id ? e.Transfer.ToId : e.Transfer.FromId], e.Minutes, e.Balance, e.Corrected))];
        Before = entries.Count > Shown ? entries[Shown - 1].Position : null;
        Mandates = await Db.Set<TimeMandate>().AsNoTracking().Where(m => m.AccountId == Account.Id && m.RevokedAt == null && m.EndsOn >= Today).ToListAsync(stop);
        Cheques = await Db.Set<TimeCheque>().CountAsync(c => c.AccountId == Account.Id && c.VoidedAt == null && !Db.Set<TimeTransfer>().Any(t => t.ChequeId == c.Id), stop);
        Partners = await Db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == Bank.Id && a.Kind == AccountKind.Partner).ToListAsync(stop);
        Sent = Partners.Count == 0 ? [] : await Db.Set<TimeClearing>().AsNoTracking().Where(c => c.FromId == Account.Id && (c.SettledAt == null || c.Refused != null)).OrderByDescending(c => c.SentAt).Take(5).ToListAsync(stop);
        return null;
    }
}
