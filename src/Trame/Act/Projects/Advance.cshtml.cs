using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>« Où en est ce projet ? »: it starts, stops with a reason, goes on, is done.</summary>
public sealed class AdvancePage(TrameDb db, AdvanceProject advance) : OccasionPage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    [BindProperty] public string Step { get; set; } = "";

    [BindProperty] public string Tried { get; set; } = "";

    [BindProperty] public string Learned { get; set; } = "";

    [BindProperty] public string Helped { get; set; } = "";

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public ProjectStage Stage => ((Project)Occasion).StageOn(Calendar.Today(Now));

    /// <summary>Where it can go from here.</summary>
    public IReadOnlyList<ProjectStage> Steps => Stage switch
    {
        ProjectStage.Idea => [ProjectStage.Supported, ProjectStage.Running, ProjectStage.Stopped],
        ProjectStage.Supported => [ProjectStage.Contracted, ProjectStage.Running, ProjectStage.Stopped],
        ProjectStage.Contracted => [ProjectStage.Running, ProjectStage.Stopped],
        ProjectStage.Running => [ProjectStage.Done, ProjectStage.Stopped],
        ProjectStage.Stopped => [ProjectStage.Running, ProjectStage.Done],
        _ => [ProjectStage.Running],
    };

    public bool MayAdvance => Rights.May(Actor, ProjectActs.Advance, Occasion);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find("projets", slug, stop) is { } elsewhere) return elsewhere;
        if (!MayAdvance) return Forbidden();
        (Version, Day) = (Occasion.Version, LocalDatePattern.Iso.Format(Calendar.Today(Now)));
        (Tried, Learned, Helped) = (Occasion.Tried, Occasion.Learned, Occasion.Helped);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find("projets", slug, stop) is { } elsewhere) return elsewhere;
        if (!MayAdvance) return Forbidden();
        var outcome = Warned(("projects.reason", Reason), ("occasions.field.tried", Tried), ("occasions.field.learned", Learned), ("occasions.field.helped", Helped)) ? PeopleWarning.Refusal : await Send(stop);
        if (outcome.Accepted)
        {
            Tell("projects.saved");
            return Redirect(ShowPath);
        }

        await Reload(stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Occasion.Version; // the page says where the project is now; the next answer is against that
            ModelState.Remove(nameof(Version));
        }

        return Refused(outcome);
    }

    private async Task<Outcome> Send(CancellationToken stop)
    {
        if (!EnumWords.TryRead<ProjectStage>(Step, out var step) || !Steps.Contains(step)) return new Refusal("projects.step.unknown", "Step");
        return LocalDatePattern.Iso.Parse(Day) is { Success: true } day
            ? await advance.Handle(new(Occasion.Id, Version, step, day.Value, Reason, Spoken(), Tried, Learned, Helped), Actor, stop)
            : new Refusal("occasions.field.date", "Day", Day);
    }
}
