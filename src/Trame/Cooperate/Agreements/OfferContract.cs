using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Agreements;

/// <summary>The draft is offered to sign: it becomes a numbered text that nobody can change any more. A text offered before it, and not signed by both, gives way.</summary>
public sealed class OfferContract(TrameDb db, Rights rights, ReadContract read)
{
    public sealed record Request(Guid ContractId, int Version);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contract>().FirstOrDefaultAsync(c => c.Id == request.ContractId, stop) is not { } contract) return Refusal.Gone;
        if (!rights.May(actor, AgreementActs.Draft, contract)) return Refusal.NotAllowed;
        if (contract.Version != request.Version) return Refusal.Conflict; // the draft changed since it was read
        if (contract.EndedOn is not null) return new Refusal("agreements.ended.already");
        if (Lacks(contract.Draft).ToList() is { Count: > 0 } lacks) return Outcome.Of(lacks);
        var state = await read.Of(contract, stop);
        var names = await db.Set<Organisation>().Where(o => o.Id == contract.FirstId || o.Id == contract.SecondId).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        string Text(int number) => CanonicalText.Of(contract.Name, number, names[contract.FirstId], names[contract.SecondId], contract.Draft);
        if (state.Versions.LastOrDefault() is { } last && last.Text == Text(last.Number)) return new Refusal("agreements.offer.same");

        var next = state.Versions.Count + 1;
        db.Add(new ContractVersion(contract, next, Text(next), db.Now));
        db.Author = actor.As();
        return await Saved(stop);
    }

    // 50/50: a contract in which one side brings nothing is none.
    private static IEnumerable<Refusal> Lacks(ContractText draft)
    {
        if (draft.Purpose.Length == 0) yield return new("agreements.offer.no-purpose");
        if (draft.StartsOn.Length == 0 || draft.EndsOn.Length == 0) yield return new("agreements.offer.no-dates");
        if (draft.ReviewsOn.Count == 0) yield return new("agreements.offer.no-review");
        if (Enum.GetValues<Side>().Any(s => !draft.Of(s).Any())) yield return new("agreements.offer.one-side");
    }

    private async Task<Outcome> Saved(CancellationToken stop)
    {
        try
        {
            return await db.Save(stop);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<ContractVersion>().Any())
        {
            db.ChangeTracker.Clear(); // somebody offered the same number at the same moment: the index refused the second
            return Refusal.Conflict;
        }
    }
}
