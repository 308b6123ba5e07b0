using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Observe.Indicators;

namespace Trame.Observe.Practices;

/// <summary>Qu'a-t-on fait ailleurs ?</summary>
public sealed class PracticesModel(PracticeList practices, ReferenceValues references) : TramePage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string Typed { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "theme")] public string Theme { get; set; } = "";

    public PracticeList Practices => practices;

    public IReadOnlyList<Practice> Found { get; private set; } = [];

    public void OnGet() => Found = practices.Find(Typed, Theme);

    public string ThemeOf(Practice practice) => practices.Themes.First(t => t.Key == practice.Theme).Name.ToString();

    public string DocumentOf(Practice practice) => references.Documents.First(d => d.Key == practice.Document).Title.ToString();

    public (IReadOnlyList<LinkView> Chips, string ClearHref) Chips => ([.. Chosen()], $"{Request.PathBase}/fiches");

    private IEnumerable<LinkView> Chosen()
    {
        if (Typed.Length > 0) yield return new($"« {Typed} »", $"{Request.PathBase}/fiches?theme={Uri.EscapeDataString(Theme)}");
        if (practices.Themes.FirstOrDefault(t => t.Key == Theme) is { } theme) yield return new(theme.Name.ToString(), $"{Request.PathBase}/fiches?q={Uri.EscapeDataString(Typed)}");
    }
}
