using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;

namespace Trame.Connect.Opportunities;

/// <summary>« Où en est-on ? »: one step of the life of an opportunity.</summary>
public sealed class AdvancePage(TrameDb db, ReadOpportunities read, AdvanceOpportunity advance) : OpportunityPage(db, read)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Step { get; set; } = "";

    [BindProperty] public string Note { get; set; } = "";

    [BindProperty] public string Learned { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "counter";

    public IReadOnlyList<OpportunityAdvance> Steps
    {
        get
        {
            OpportunityAdvance[] found = Opportunity.Lacks is not null && !Opportunity.IsOver ? [OpportunityAdvance.Completed] : [];
            return Opportunity.Stage switch
            {
                OpportunityStage.Idea => [.. found, OpportunityAdvance.Declined],
                OpportunityStage.Proposed => [.. found, OpportunityAdvance.Accepted, OpportunityAdvance.Declined],
                OpportunityStage.Accepted => [OpportunityAdvance.Tried, OpportunityAdvance.Declined],
                OpportunityStage.Trial => Opportunity.CanHold().Accepted ? [OpportunityAdvance.Held, OpportunityAdvance.Tried, OpportunityAdvance.Stopped] : [OpportunityAdvance.Tried, OpportunityAdvance.Stopped],
                OpportunityStage.Held or OpportunityStage.Kept or OpportunityStage.Changed => [OpportunityAdvance.Kept, OpportunityAdvance.Changed, OpportunityAdvance.Stopped],
                _ => [],
            };
        }
    }

    public bool AsksLearned => Steps.Any(s => s is OpportunityAdvance.Kept or OpportunityAdvance.Changed or OpportunityAdvance.Stopped);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayCarry) return Forbidden();
        (Version, Learned) = (Opportunity.Version, Opportunity.Learned);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayCarry) return Forbidden();
        var outcome = !EnumWords.TryRead<OpportunityAdvance>(Step, out var step) || !Steps.Contains(step) ? new Refusal("opportunities.step.unknown", "Step")
            : Warned(("opportunities.note", Note), ("opportunities.learned.label", Learned)) ? PeopleWarning.Refusal
            : await advance.Handle(new(Opportunity.Id, Version, step, Note, Learned, Spoken()), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("needs.saved");
            return Redirect(ShowPath);
        }

        Db.ChangeTracker.Clear();
        await Find(slug, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Opportunity.Version;
            ModelState.Remove(nameof(Version));
        }

        return Refused(outcome);
    }

    private Channel Spoken() => EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;
}
