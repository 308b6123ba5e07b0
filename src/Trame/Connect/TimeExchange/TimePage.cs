using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using NodaTime.Text;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>What the pages of a time bank share: finding it, its trail, the kinds of help, the questions of an exchange.</summary>
public abstract class TimePage(TrameDb db, FindAccounts accounts, HelpKinds kinds) : TramePage
{
    private static readonly IReadOnlyList<string> SpokenWords = ["counter", "phone", "paper"];

    protected TrameDb Db => db;

    protected FindAccounts Accounts => accounts;

    /// <summary>Of what this form writes: sent twice, it counts once.</summary>
    [BindProperty] public Guid Key { get; set; }

    [BindProperty] public string To { get; set; } = "";

    [BindProperty] public string Time { get; set; } = "";

    [BindProperty] public string Service { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "counter";

    public TimeBank Bank { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyDictionary<string, HelpKind> Kinds { get; private set; } = new Dictionary<string, HelpKind>();

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public LocalDate Today => Calendar.Today(db.Now);

    public bool MayHold => May(TimeExchangeActs.HoldOffice);

    public bool MaySet => May(TimeExchangeActs.SetRules);

    public string Path => $"{Request.PathBase}/temps/{Bank.Slug}";

    public IEnumerable<SelectListItem> KindOptions => [new(Texts.Get("time.service.choose"), ""), .. Kinds.Values.Where(k => !k.IsRetired).Select(k => new SelectListItem(k.Name, k.Key))];

    public static IEnumerable<SelectListItem> ChannelOptions => SpokenWords.Select(w => new SelectListItem(Texts.Get($"occasions.channel.{w}"), w));

    public string KindName(string key) => Kinds.TryGetValue(key, out var kind) ? kind.Name : key;

    /// <summary>What an account is called where its holder may read it.</summary>
    public static string Called(TimeAccount account) => account.Kind switch
    {
        AccountKind.Member => account.State == AccountState.Closed ? Texts.Get("time.account.left", account.Number) : Texts.Get("time.account.named", account.Name, account.Number),
        AccountKind.Partner => Texts.Get("time.account.partner", account.Partner),
        AccountKind.Pot => Texts.Get("time.pot"),
        _ => Texts.Get("time.welcome"),
    };

    public IReadOnlyList<Crumb> Trail(params string[] here) =>
        [new(Texts.Get("menu.connect"), $"{Request.PathBase}/relier"), new(Texts.Get("time.crumb"), $"{Request.PathBase}/temps"), .. here.Length == 0 ? (Crumb[])[new(Bank.Name)] : [new(Bank.Name, Path), new(here[0])]];

    protected Channel Through() => MayHold && SpokenWords.Contains(Channel) ? EnumWords.Read<Channel>(Channel) : Foundation.Facts.Channel.Online;

    protected async Task<bool> Find(string slug, CancellationToken stop) => await accounts.Bank(slug, stop) is { } bank && await Enter(bank, stop);

    protected async Task<bool> Enter(TimeBank bank, CancellationToken stop)
    {
        Bank = bank;
        Kinds = (await kinds.All(stop)).ToDictionary(k => k.Key);
        if (Key == Guid.Empty) Key = Guid.CreateVersion7();
        if (Day.Length == 0) Day = LocalDatePattern.Iso.Format(Today);
        return true;
    }
}
