using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>« Effacez tout ce que j'ai dit. » One sentence at a counter, or one button with the code: every need, offer and answer of a carnet is taken back, and who it was forgotten.</summary>
public sealed class WithdrawCarnet(TrameDb db, Rights rights, IEnumerable<ICarnetPages> pages)
{
    /// <param name="Code">What the person holds, or what the agent found for them.</param>
    public sealed record Request(string Code, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.Hold)) return Refusal.NotAllowed;
        var code = request.Code.Trim().ToUpperInvariant();
        var needs = code.Length == 0 ? [] : await db.Set<Need>().Where(n => n.Code == code).ToListAsync(stop);
        var held = needs.Count > 0;
        foreach (var room in pages) held |= code.Length > 0 && await room.Holds(code, stop);
        if (!held) return Refusal.Gone;
        await using var transaction = await db.Database.BeginTransactionAsync(stop); // rooms may write on their way: all of it, or nothing
        foreach (var room in pages)
        {
            await room.Withdraw(code, request.Channel, stop);
            await room.Ended([.. needs.Select(n => n.Id)], stop);
        }

        foreach (var need in needs)
        {
            var told = need.Status != EntryStatus.Signal;
            if (need.Withdraw(db.Now) && told) db.Add(NeedFacts.Of(NeedFacts.Withdrawn, need, request.Channel, db.Now));
        }

        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        if (saved.Accepted) await transaction.CommitAsync(stop);
        return saved;
    }
}
