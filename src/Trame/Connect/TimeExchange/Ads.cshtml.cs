using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>What members offer and ask, under their name, for members and the office: the same needs and offers as everywhere, never twins of them.</summary>
public sealed class AdsPage(TrameDb db, FindAccounts accounts, HelpKinds kinds) : TimePage(db, accounts, kinds)
{
    public sealed record Ad(string Who, int Number, string What, string Kind);

    public string Code { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public IReadOnlyList<Ad> Offers { get; private set; } = [];

    public IReadOnlyList<Ad> Requests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? code, string? sorte, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        (Code, Kind) = (code?.Trim().ToUpperInvariant() ?? "", sorte ?? "");
        Response.Headers.CacheControl = "no-store";
        var member = (await Accounts.Held(Code, stop)).Any(a => a.BankId == Bank.Id && a.State == AccountState.Open);
        if (!member && !MayHold) return Code.Length > 0 ? NotFound() : Redirect($"{Request.PathBase}/temps#code");
        var shown = Db.Set<TimeAccount>().Where(a => a.BankId == Bank.Id && a.State == AccountState.Open && a.Shown && a.Code != "");
        var offers = await shown.Join(Db.Set<Resource>(), a => a.Code, r => r.Code, (a, r) => new { a.Name, a.Number, r.What, r.Kinds, r.Status, r.SaidAt }).Where(x => x.Status == EntryStatus.Open).OrderByDescending(x => x.SaidAt).ToListAsync(stop);
        var requests = await shown.Join(Db.Set<Need>(), a => a.Code, n => n.Code, (a, n) => new { a.Name, a.Number, n.Words, n.Kind, n.Status, n.SaidAt }).Where(x => x.Status == EntryStatus.Open).OrderByDescending(x => x.SaidAt).ToListAsync(stop);
        Offers = [.. offers.Where(o => Kind.Length == 0 || o.Kinds.Contains(Kind)).Take(200).Select(o => new Ad(o.Name, o.Number, o.What, string.Join(", ", o.Kinds.Select(KindName))))];
        Requests = [.. requests.Where(r => Kind.Length == 0 || r.Kind == Kind).Take(200).Select(r => new Ad(r.Name, r.Number, r.Words, KindName(r.Kind)))];
        return Page();
    }
}
