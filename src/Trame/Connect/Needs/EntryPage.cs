using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>What the forms of a need and of an offer ask alike.</summary>
public abstract class EntryPage(HelpKinds kinds, CommuneChoices communes, FindCrisis crises) : TramePage
{
    [BindProperty] public string Commune { get; set; } = "";

    [BindProperty] public string Latitude { get; set; } = "";

    [BindProperty] public string Longitude { get; set; } = "";

    [BindProperty] public List<string> Slots { get; set; } = [];

    [BindProperty] public string About { get; set; } = "walk";

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Way1 { get; set; } = "landline";

    [BindProperty] public string Where1 { get; set; } = "";

    [BindProperty] public string Hours1 { get; set; } = "";

    [BindProperty] public string Way2 { get; set; } = "relay";

    [BindProperty] public string Where2 { get; set; } = "";

    [BindProperty] public string Hours2 { get; set; } = "";

    [BindProperty] public string Way3 { get; set; } = "paper";

    [BindProperty] public string Where3 { get; set; } = "";

    [BindProperty] public string Hours3 { get; set; } = "";

    [BindProperty] public string SeenBy { get; set; } = "team";

    [BindProperty] public string Months { get; set; } = "6";

    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public bool Consent { get; set; }

    /// <summary>How what is typed here reached us; asked of those who speak for others only.</summary>
    [BindProperty] public string Channel { get; set; } = "online";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public IReadOnlyList<HelpKind> Kinds { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public Crisis? Crisis { get; private set; }

    public bool MaySpeakFor => May(NeedActs.CareFor);

    public IEnumerable<SelectListItem> KindOptions(string textOfNone) => [new(Texts.Get(textOfNone), ""), .. Kinds.Where(k => !k.IsRetired).Select(k => new SelectListItem(k.Name, k.Key))];

    public static IEnumerable<SelectListItem> Words<T>(string key) where T : struct, Enum => EnumWords.Words<T>().Select(w => new SelectListItem(Texts.Get($"{key}.{w}"), w));

    public static IEnumerable<SelectListItem> Lengths => EntryForm.Lengths.Select(m => new SelectListItem(Texts.CountOf("needs.months.count", m), m.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> CommuneOptions => [new(Texts.Get("needs.commune.choose"), ""), .. Communes.Select(c => new SelectListItem(c.Name, c.Slug))];

    protected async Task Load(CancellationToken stop)
    {
        Kinds = await kinds.All(stop);
        Communes = await communes.Handle(stop);
        Crisis = await crises.Open(stop);
        if (Commune.Length == 0 && Communes.Count == 1) Commune = Communes[0].Slug;
    }

    protected EntryForm Form() => new(Commune, Number(Latitude), Number(Longitude), WeekSlots.Of(Slots), Word(About, GettingAbout.Walk), Name,
        [.. Steps().Where(s => s.Where.Length > 0)], Word(SeenBy, WhoSees.Team), int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0, Code, Consent);

    protected Channel Spoken() => MaySpeakFor && EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;

    protected static T Word<T>(string typed, T otherwise) where T : struct, Enum => EnumWords.TryRead<T>(typed, out var word) ? word : otherwise;

    private IEnumerable<ContactStep> Steps() =>
    [
        new(Word(Way1, ContactWay.Landline), Where1.Trim(), Hours1.Trim()), new(Word(Way2, ContactWay.Relay), Where2.Trim(), Hours2.Trim()), new(Word(Way3, ContactWay.Paper), Where3.Trim(), Hours3.Trim()),
    ];

    // What is no number is no point: the act says so.
    private static double? Number(string typed) => typed.Trim() is { Length: > 0 } text ? (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN) : null;
}
