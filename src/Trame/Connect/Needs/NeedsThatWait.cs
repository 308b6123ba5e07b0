using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Connect.Needs;

/// <summary>On the morning page: worries that nobody has called back, and needs that wait for an answer.</summary>
internal sealed class NeedsThatWait : IDeskCount
{
    public Foundation.Web.Act Only => NeedActs.CareFor;

    public async Task<IReadOnlyList<DeskCount>> Of(TrameDb db, CancellationToken stop)
    {
        var counts = await db.Set<Need>().Where(n => (n.Status == EntryStatus.Open || n.Status == EntryStatus.Signal) && n.SeenBy == WhoSees.Team).GroupBy(n => n.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. ((DeskCount[])[new("needs.waits.signals", "/relier/demandes", counts.GetValueOrDefault(EntryStatus.Signal)), new("needs.waits", "/relier/demandes", counts.GetValueOrDefault(EntryStatus.Open))]).Where(c => c.Count > 0)];
    }
}
