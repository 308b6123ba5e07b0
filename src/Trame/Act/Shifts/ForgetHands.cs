using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.Shifts;

/// <summary>Who came is forgotten some time after the shift, and with it the certificate that nobody asked for; how many came stays.</summary>
internal sealed class ForgetHands : IPurge
{
    public RetentionRule Rule => Retention.ShiftHand;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var over = before.InUtc().Date;
        var old = db.Set<ShiftHand>().Where(h => (h.Name != "" || h.Reach != "") && db.Set<Shift>().Any(s => s.Id == h.ShiftId && s.Day < over));
        if (dryRun) return await old.CountAsync(stop);
        var hands = await old.ToListAsync(stop);
        foreach (var hand in hands) hand.Forget();
        (await db.Save(stop)).ThrowIfRefused();
        return hands.Count;
    }
}
