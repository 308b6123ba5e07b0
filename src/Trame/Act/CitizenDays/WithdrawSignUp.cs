using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>People who will not come say so, with their code or through the team: no reason is asked (R2), and who they were is forgotten at once.</summary>
public sealed class WithdrawSignUp(TrameDb db, Rights rights)
{
    /// <param name="Code">What they hold.</param>
    public sealed record Request(string Code);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CitizenDayActs.SignUp)) return Refusal.NotAllowed;
        var code = request.Code.Trim().ToUpperInvariant();
        if (await db.Set<SignUp>().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } signUp) return Refusal.Gone;
        var outcome = signUp.Withdraw(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
