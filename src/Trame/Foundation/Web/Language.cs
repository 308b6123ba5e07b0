using Microsoft.AspNetCore.Localization;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>The language of a browser: French unless its reader chose another; no account is needed to keep the choice.</summary>
public static class Language
{
    public const string CookieName = "trame_langue";

    public static IResult Choose(HttpContext context, string language, string? retour)
    {
        if (!Texts.Known.Contains(language)) return Results.NotFound();
        Keep(context.Response, language);
        var back = retour is ['/', ..] && !retour.StartsWith("//", StringComparison.Ordinal) && !retour.Contains('\\', StringComparison.Ordinal) ? retour : "/";
        return Results.LocalRedirect($"~{back}");
    }

    public static void Keep(HttpResponse response, string language) => response.Cookies.Append(CookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == "en" ? "en-GB" : "fr-FR")),
        new CookieOptions { IsEssential = true, Secure = response.HttpContext.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Path = "/" });
}
