using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Connect.TimeExchange;

/// <summary>On the morning page: who asked to join a time bank and waits for a hello.</summary>
internal sealed class MembersToWelcome : IDeskCount
{
    public Foundation.Web.Act Only => TimeExchangeActs.HoldOffice;

    public async Task<IReadOnlyList<DeskCount>> Of(TrameDb db, CancellationToken stop)
    {
        var waiting = await db.Set<TimeAccount>().Where(a => a.State == AccountState.Waiting).Join(db.Set<TimeBank>(), a => a.BankId, b => b.Id, (a, b) => b.Slug).GroupBy(slug => slug).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(stop);
        return [.. waiting.Select(w => new DeskCount("time.to-welcome", $"/temps/{w.Key}/bureau", w.Count))];
    }
}
