using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Foundation.Ui;

/// <summary>What surrounds every page: the space, the menu, the human help, who is signed in.</summary>
public sealed class Shell(CurrentSpace current, SpaceDirectory directory, IHttpContextAccessor accessor, CurrentActor actor, Rights rights, IEnumerable<MenuEntry> menu, IEnumerable<MenuPage> pages)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("The shell surrounds a page of a request.");

    public string SpaceName => current.IsChosen ? current.Settings.Name : "Trame";
    public bool IsDemo => current.IsChosen && current.Settings.IsDemo;
    public string HelpPhone => current.IsChosen ? current.Settings.HelpPhone : "";
    public string HelpPhoneHref => PhoneLink.Of(HelpPhone);

    /// <summary>Where the page is about, when it knows: its page sets it, so that the help shown is near.</summary>
    public GeoPoint? Near { get; set; }

    /// <summary>A counter open now, or the first to open; said by the room that knows counters, null when none is known.</summary>
    public HelpCounter? HelpCounter { get; set; }

    /// <summary>When the phone of help will be answered, if nobody answers now.</summary>
    public string? HelpAnswers { get; set; }
    public string Language => Texts.Language;
    public string OtherLanguage => Language == "fr" ? "en" : "fr";
    public string OtherLanguageUrl => $"{Context.Request.PathBase}/langue/{OtherLanguage}?retour={Uri.EscapeDataString(Context.Request.Path + Context.Request.QueryString)}";
    public string Version { get; } = typeof(Shell).Assembly.GetName().Version!.ToString(3); // an assembly built by our project has one
    public string? PersonName => actor.Actor.PersonId is null ? null : actor.Actor.Name;
    public Actor Actor => actor.Actor;

    public IReadOnlyList<MenuItem> MenuItems => [.. menu.Where(m => IsFor(m.Only)).OrderBy(m => m.Order).Select(m =>
        new MenuItem(m.Key, Context.Request.PathBase + m.Path, Texts.Get($"menu.{m.Key}"), m.Holds(Context.Request.Path)))];

    /// <summary>What lies one step below a step of the menu.</summary>
    public IReadOnlyList<MenuItem> PagesOf(string step) => [.. pages.Where(p => p.Step == step && IsFor(p.Only)).OrderBy(p => p.Order).Select(p =>
        new MenuItem(p.TextKey, Context.Request.PathBase + p.Path, Texts.Get(p.TextKey), Context.Request.Path.StartsWithSegments(p.Path)))];

    /// <summary>Every page that leads somewhere, by part: the steps of the menu, then the rest.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<MenuItem> Pages)> Plan =>
    [
        .. MenuItems.Select(step => (step.Label, (IReadOnlyList<MenuItem>)[step, .. PagesOf(step.Key)])),
        .. pages.Select(p => p.Step).Distinct().Where(step => menu.All(m => m.Key != step)).Order(StringComparer.Ordinal).Select(step => (Texts.Get($"plan.{step}"), PagesOf(step))).Where(part => part.Item2.Count > 0),
    ];

    private bool IsFor(Web.Act? only) => only is null || rights.MaySomewhere(actor.Actor, only);

    public IReadOnlyList<SpaceLink> Spaces => [.. directory.All().Select(s => new SpaceLink(s.Name, $"/e/{s.Slug}/", current.IsChosen && s.Slug == current.Space.Slug))];
}
