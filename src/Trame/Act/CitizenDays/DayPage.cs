using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>What the pages of one citizen day share: finding it, who may, its trail.</summary>
public abstract class DayPage(TrameDb db, ReadDay read) : TramePage
{
    private static readonly IReadOnlyList<string> Spoken = ["counter", "phone", "paper", "online"];

    protected TrameDb Db => db;

    public CitizenDay Day { get; private set; } = null!; // every handler finds it first, or answers 404

    public IReadOnlyList<Worksite> Sites { get; private set; } = [];

    public IReadOnlyList<Worksite> Kept => [.. Sites.Where(s => s.State == WorksiteState.Kept)];

    public IReadOnlyList<SignUp> SignUps { get; private set; } = [];

    public bool MayKeep => May(CitizenDayActs.Keep, Day.TerritoryId);

    public bool MayRun => May(CitizenDayActs.Run, Day.TerritoryId);

    public string Path => $"{Request.PathBase}/journee-citoyenne/{Day.Slug}";

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public bool IsOver => Day.Day < Today;

    public int SignedPeople => SignUps.Sum(s => s.People.Count);

    public int Came => SignUps.Sum(s => s.Came);

    /// <summary>How what is typed here reached us; only who runs the day may type for somebody else.</summary>
    protected Channel Through(string word) => MayRun && Spoken.Contains(word) ? EnumWords.Read<Channel>(word) : Channel.Online;

    public IReadOnlyList<Crumb> Trail(params string[] here) => [new(Texts.Get("days.list.crumb"), $"{Request.PathBase}/journees-citoyennes"), .. here.Length == 0 ? (Crumb[])[new(Day.Name)] : [new(Day.Name, Path), new(here[0])]];

    protected async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Of(slug, stop) is not { } day) return false;
        Day = day;
        Sites = await read.Sites(day.Id, stop);
        SignUps = await read.SignUps(day.Id, stop);
        return true;
    }
}
