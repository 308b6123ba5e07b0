using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>What waits for those who take care of requests: worries first, then a crisis, then who has waited longest. The only list that shows a first name.</summary>
public sealed class DeskPage(TrameDb db, HelpKinds kinds, CommuneChoices communes) : TramePage
{
    public const int Shown = 40;

    public string Kind { get; private set; } = "";

    public string Commune { get; private set; } = "";

    public string Words { get; private set; } = "";

    public IReadOnlyList<(Need Need, string Commune)> Needs { get; private set; } = [];

    public IReadOnlyDictionary<string, HelpKind> Kinds { get; private set; } = new Dictionary<string, HelpKind>();

    public IEnumerable<SelectListItem> KindOptions => [new(Texts.Get("needs.kind.all"), ""), .. Kinds.Values.Select(k => new SelectListItem(k.Name, k.Key, k.Key == Kind))];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? sorte, string? commune, string? q, CancellationToken stop)
    {
        if (!May(NeedActs.CareFor)) return Forbidden();
        (Kind, Commune, Words) = (sorte ?? "", commune ?? "", (q ?? "").Trim());
        Kinds = (await kinds.All(stop)).ToDictionary(k => k.Key);
        Communes = await communes.Handle(stop);
        var all = May(NeedActs.SeeAll);
        var found = db.Set<Need>().AsNoTracking().Where(n => (n.Status == EntryStatus.Open || n.Status == EntryStatus.Signal) && (all || n.SeenBy == WhoSees.Team));
        if (Kind.Length > 0) found = found.Where(n => n.Kind == Kind);
        if (Words.Length > 0)
        {
            var (code, name) = (Words.ToUpperInvariant(), Words);
            found = found.Where(n => n.Code == code || n.Name.StartsWith(name));
        }

        var joined = found.Join(db.Set<Territory>().IgnoreAutoIncludes(), n => n.TerritoryId, t => t.Id, (n, t) => new { n, t.Name, t.Slug });
        if (Commune.Length > 0) joined = joined.Where(x => x.Slug == Commune);
        Total = await joined.CountAsync(stop);
        var rows = await joined.OrderBy(x => x.n.Status == EntryStatus.Open).ThenBy(x => x.n.CrisisId == null).ThenBy(x => x.n.SaidAt).ThenBy(x => x.n.Id).Take(Shown).ToListAsync(stop);
        Needs = [.. rows.Select(r => (r.n, r.Name))];
        return Page();
    }
}
