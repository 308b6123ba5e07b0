using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.CitizenDays;

/// <summary>The team prepares: what is said of the day, the worksites to read, what nobody thought of yet.</summary>
public sealed class PreparePage(TrameDb db, ReadDay read, DescribeDay describe) : DayPage(db, read)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string On { get; set; } = "";

    [BindProperty] public string StartsAt { get; set; } = "";

    [BindProperty] public string EndsAt { get; set; } = "";

    [BindProperty] public string Lead { get; set; } = "";

    [BindProperty] public string MeetingPoint { get; set; } = "";

    [BindProperty] public string Meal { get; set; } = "";

    [BindProperty] public string Children { get; set; } = "";

    [BindProperty] public string Insurance { get; set; } = "";

    [BindProperty] public string RainPlan { get; set; } = "";

    [BindProperty] public string FollowUp { get; set; } = "";

    [BindProperty] public bool Open { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        (Version, Name, On, StartsAt, EndsAt, Open) = (Day.Version, Day.Name, LocalDatePattern.Iso.Format(Day.Day), hour.Format(Day.StartsAt), hour.Format(Day.EndsAt), Day.IsOpen);
        (Lead, MeetingPoint, Meal, Children, Insurance, RainPlan, FollowUp) = Day.About;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var about = new DayText(Lead.Trim(), MeetingPoint.Trim(), Meal.Trim(), Children.Trim(), Insurance.Trim(), RainPlan.Trim(), FollowUp.Trim());
        var outcome = Warned([("days.name", Name), .. about.Parts]) ? PeopleWarning.Refusal : await describe.Handle(new(Day.Id, Version, Name, On, StartsAt, EndsAt, about, Open), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("days.saved");
        return Redirect($"{Path}/preparer");
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop) => !await Find(slug, stop) ? NotFound() : MayKeep ? null : Forbidden();
}
