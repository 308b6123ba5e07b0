using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Act.CitizenDays;

/// <summary>What the two pages where a worksite is typed share: its fields.</summary>
public abstract class SitePage(TrameDb db, ReadDay read) : DayPage(db, read)
{
    [BindProperty] public string SiteName { get; set; } = "";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string MeetingPoint { get; set; } = "";

    [BindProperty] public string Leader { get; set; } = "";

    [BindProperty] public string Least { get; set; } = "";

    [BindProperty] public string Most { get; set; } = "";

    [BindProperty] public string Skills { get; set; } = "";

    [BindProperty] public string Languages { get; set; } = "";

    [BindProperty] public string[] Access { get; set; } = [];

    [BindProperty] public string Tools { get; set; } = "";

    [BindProperty] public string Safety { get; set; } = "";

    [BindProperty] public string Continues { get; set; } = "";

    protected TypedSite Typed => new(SiteName, Least, Most, new(What.Trim(), MeetingPoint.Trim(), Leader.Trim(), Tools.Trim(), Safety.Trim(), Continues.Trim()), Skills, Languages, Access);

    protected bool SiteWarned() => Warned([("days.site.name", SiteName), .. Typed.About.Parts, ("days.site.skills", Skills)]);

    protected void Show(Worksite site)
    {
        var typed = TypedSite.Of(site);
        (SiteName, Least, Most, Skills, Languages, Access) = (typed.SiteName, typed.Least, typed.Most, typed.Skills, typed.Languages, [.. typed.Access]);
        (What, MeetingPoint, Leader, Tools, Safety, Continues) = (site.About.What, site.About.MeetingPoint, site.About.Leader, site.About.Tools, site.About.Safety, site.About.Continues);
    }
}
