using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>Either side notes what shows that a commitment is kept, or a part of it; a line noted by mistake is taken off, and can come back.</summary>
public sealed class KeepEvidence(TrameDb db, Rights rights, ReadContract read)
{
    /// <param name="Quantity">How much, as typed.</param>
    public sealed record Request(Guid ContractId, Guid ClauseId, string What, LocalDate Day, string Quantity);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contract>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.ContractId, stop) is not { } contract) return Refusal.Gone;
        if (!rights.May(actor, AgreementActs.Keep, contract)) return Refusal.NotAllowed;
        var state = await read.Of(contract, stop);
        if (state.InForce?.Content.Clauses.FirstOrDefault(c => c.Id == request.ClauseId) is not { } clause) return new Refusal("agreements.evidence.no-clause", "ClauseId");
        var (what, refusals) = (request.What.Trim(), new List<Refusal>());
        if (Blank.Is(what) || what.Length > Evidence.WhatLength) refusals.Add(new("agreements.evidence.what", "What", $"{Evidence.WhatLength}"));
        if (request.Day > state.Today) refusals.Add(new("agreements.day.future", "Day"));
        if (ContractAmounts.Read(clause.Kind, request.Quantity) is not { } quantity) return Outcome.Of(refusals.Append(new("agreements.clause.quantity", "Quantity")));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        db.Add(new Evidence(contract.Id, clause.Id, what, request.Day, quantity));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Remove(Guid evidenceId, int version, bool removed, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Evidence>().FirstOrDefaultAsync(e => e.Id == evidenceId, stop) is not { } evidence) return Refusal.Gone;
        var contract = await db.Set<Contract>().AsNoTracking().FirstAsync(c => c.Id == evidence.ContractId, stop);
        if (!rights.May(actor, AgreementActs.Keep, contract)) return Refusal.NotAllowed;
        evidence.Remove(removed);
        db.Expect(evidence, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
