using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>A coordinator or a host answers a proposal: takes all of it, some of it, or refuses with a reason that the author can read.</summary>
public sealed class ReviewProposal(TrameDb db, Rights rights, AddOccasion add, DescribeOccasion describe)
{
    /// <param name="OccasionVersion">The record as the reviewer saw it beside the proposal; 0 for a new one.</param>
    /// <param name="Keep">Keys of the fields taken; null refuses the proposal.</param>
    public sealed record Request(Guid ProposalId, int Version, int OccasionVersion, IReadOnlyCollection<string>? Keep, string Answer, bool EvenIfAlike = false);

    public IReadOnlyList<Alike> Alike => add.Alike;

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Proposal>().FirstOrDefaultAsync(p => p.Id == request.ProposalId, stop) is not { } proposal) return Refusal.Gone;
        var occasion = proposal.OccasionId is { } id ? await db.FindAsync<Occasion>([id], stop) : null;
        if (!(occasion is null ? rights.May(actor, OccasionActs.Review) : rights.May(actor, OccasionActs.Review, occasion))) return Refusal.NotAllowed;
        if (proposal.Status != ProposalStatus.Waiting) return new Refusal("occasions.review.already");
        if (proposal.Version != request.Version) return Refusal.Conflict;
        var answer = request.Answer.Trim();
        if (answer.Length > 1000) return new Refusal("occasions.field.long", "Answer", "1000", $"{answer.Length}");
        if (request.Keep is null)
        {
            var refused = proposal.Refuse(answer, actor.Name, db.Now);
            return refused.Accepted ? await Save(proposal, actor, stop) : refused;
        }

        var taken = await Take(proposal, occasion, request, actor, stop);
        if (!taken.Accepted) return taken.Plain;
        var outcome = proposal.Accept(taken.Value.Id, answer, actor.Name, db.Now);
        return outcome.Accepted ? await Save(proposal, actor, stop) : outcome;
    }

    private async Task<Outcome<Occasion>> Take(Proposal proposal, Occasion? occasion, Request request, Actor actor, CancellationToken stop)
    {
        var kept = proposal.Values.Where(v => request.Keep!.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value);
        if (occasion is null)
        {
            if (proposal.OccasionId is not null) return Refusal.Gone;
            var added = await add.Prepare(new(proposal.Kind, kept, proposal.Source, proposal.Channel, request.EvenIfAlike), actor, stop);
            if (added.Accepted) db.Add(OccasionFacts.Of(OccasionFacts.Proposed, added.Value, proposal.Channel, db.Now));
            return added;
        }

        if (proposal.Values.Count > 0 && kept.Count == 0) return new Refusal("occasions.review.nothing-kept", "Keep");
        db.Expect(occasion, request.OccasionVersion); // where someone said something else meanwhile, the reviewer compares again
        var outcome = kept.Count > 0 ? await describe.Prepare(occasion, new(occasion.Id, request.OccasionVersion, kept, proposal.Source, proposal.Channel), actor, stop) : occasion.Verify(actor.Name, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(OccasionFacts.Of(kept.Count > 0 ? OccasionFacts.Proposed : OccasionFacts.Verified, occasion, proposal.Channel, db.Now));
        return occasion;
    }

    private async Task<Outcome> Save(Proposal proposal, Actor actor, CancellationToken stop)
    {
        db.Author = (actor with { Channel = proposal.Channel }).As(proposal.Source);
        return await db.Save(stop);
    }
}
