using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>What the pages about people share: moments said in the space's own time, and addresses that stay in the house.</summary>
public abstract class PeoplePage : TramePage
{
    public static string RoleName(Role role) => Texts.Get($"roles.{EnumWords.Write(role)}");

    public string When(Instant at) => Local(at).PlainMoment(Local(Now).Date, CultureInfo.CurrentCulture);

    public string Day(Instant at) => Local(at).Date.PlainDay(CultureInfo.CurrentCulture);

    protected Instant Now => HttpContext.RequestServices.GetRequiredService<TrameDb>().Now;

    /// <summary>Back to where someone came from, when it is a page of this space; its first page otherwise. Never to another site.</summary>
    protected IActionResult Back(string? to) =>
        Redirect(Request.PathBase + (to is { Length: > 0 } && to[0] == '/' && Url.IsLocalUrl(to) ? to : "/"));

    /// <summary>The whole address of a page of this space, to be printed or sent.</summary>
    protected string Whole(string path) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}";

    /// <summary>A page that shows a secret once is kept by no browser and no one in between.</summary>
    protected void ShowOnce() => Response.Headers.CacheControl = "no-store";

    private LocalDateTime Local(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[Here.Settings.TimeZone]).LocalDateTime;
}
