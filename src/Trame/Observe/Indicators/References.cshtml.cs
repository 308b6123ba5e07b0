using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Observe.Indicators;

/// <summary>Figures published elsewhere, each with whom, where, when and according to whom; never shown as if they described this space.</summary>
public sealed class ReferencesModel(ReferenceValues references, TimeProvider clock) : TramePage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string Typed { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "theme")] public string Theme { get; set; } = "";

    public ReferenceValues References => references;

    public IReadOnlyList<ReferenceValue> Found { get; private set; } = [];

    public (IReadOnlyList<LinkView> Chips, string ClearHref) Chips { get; private set; }

    public int Year { get; private set; }

    public bool NothingComparable => references.Values.All(v => v.Measures is null);

    /// <summary>The value that this one contradicts, said once: under the last of the two that is shown.</summary>
    public ReferenceValue? DisagreesWith(ReferenceValue value) =>
        references.Named(value.DiffersFrom) is { } other && !Found.SkipWhile(v => v != value).Contains(other) ? other : null;

    public void OnGet()
    {
        Year = SpaceCalendar.Of(Here.Settings).Today(NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow())).Year;
        Found = references.Find(Typed, Theme);
        var page = $"{Request.PathBase}/observatoire/reperes";
        var chips = new List<LinkView>();
        if (Typed.Length > 0) chips.Add(new($"« {Typed} »", $"{page}?theme={Uri.EscapeDataString(Theme)}"));
        if (references.Themes.FirstOrDefault(t => t.Key == Theme) is { } theme) chips.Add(new(theme.Name.ToString(), $"{page}?q={Uri.EscapeDataString(Typed)}"));
        Chips = (chips, page);
    }
}
