using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.Occasions;

/// <summary>How to answer somebody who proposed something is forgotten some months after the answer; a proposal still waiting keeps it, or nobody could answer.</summary>
public sealed class ForgetProposalContacts : IPurge
{
    public RetentionRule Rule => Retention.ProposalContact;

    public Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = db.Set<Proposal>().Where(p => p.Contact != "" && p.AnsweredAt < before);
        return dryRun ? old.CountAsync(stop) : old.ExecuteUpdateAsync(p => p.SetProperty(x => x.Contact, ""), stop);
    }
}
