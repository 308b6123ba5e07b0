using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>« Qui pourrait aider qui, ici ? »: ask, offer, worry, open one's carnet; and what could be done, now.</summary>
public sealed class FrontPage(TrameDb db, ReadOpportunities read, FindCrisis crises, NeedsReading reading) : TramePage
{
    private const int Shown = 4;

    public IReadOnlyList<OpportunityCard> Cards { get; private set; } = [];

    public int Others { get; private set; }

    public Crisis? Crisis { get; private set; }

    public Crisis? Closed { get; private set; }

    public NeedsReading.Answer Read { get; private set; } = null!; // set by OnGet before the page is written

    public bool MayCare => May(NeedActs.CareFor);

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Crisis, Closed) = (await crises.Open(stop), await crises.JustClosed(stop));
        Read = await reading.Handle(stop);
        var live = db.Set<Opportunity>().AsNoTracking().Where(o => o.Stage != OpportunityStage.Declined && o.Stage != OpportunityStage.Stopped);
        var rows = await live.Take(200).ToListAsync(stop);
        var first = rows.OrderByDescending(o => o.IsTrigger).ThenByDescending(o => o.Stage == OpportunityStage.Idea).ThenByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Take(Shown).ToList();
        Cards = await read.Of(first, stop);
        Others = rows.Count - Cards.Count;
    }
}
