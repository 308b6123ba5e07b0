using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.Needs;

/// <summary>Needs that something answers, in the save of whoever made it happen. One that ended meanwhile stays as it is.</summary>
public sealed class AnswerNeeds(TrameDb db)
{
    public async Task Prepare(IReadOnlyCollection<Guid> needs, Channel channel, CancellationToken stop)
    {
        foreach (var need in await db.Set<Need>().Where(n => needs.Contains(n.Id) && n.Status == EntryStatus.Open).ToListAsync(stop))
        {
            need.Answer(db.Now).ThrowIfRefused();
            db.Add(NeedFacts.Of(NeedFacts.Answered, need, channel, db.Now));
        }
    }
}
