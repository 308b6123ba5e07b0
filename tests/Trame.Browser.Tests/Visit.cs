using Microsoft.Playwright;

namespace Trame.Browser.Tests;

/// <summary>With what somebody comes: a screen, scripts or none, a theme, a language.</summary>
public sealed record Visit(int Width = 1280, int Height = 900, bool Scripts = true, bool Dark = false, bool ForcedColours = false, string Language = "fr-FR")
{
    public static readonly Visit NoScripts = new(Scripts: false);
    public static readonly Visit Phone = new(Width: 320, Height: 640);

    internal BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        Locale = Language,
        TimezoneId = "Europe/Paris",
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = ForcedColours ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None,
        ReducedMotion = ReducedMotion.Reduce, // nothing moves while it is being looked at
    };
}
