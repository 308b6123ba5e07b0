using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>Either side writes the draft. It binds nobody: what both signed stays in force until both sign another text.</summary>
public sealed class WriteContract(TrameDb db, Rights rights)
{
    /// <param name="Version">What the form showed: a change made meanwhile refuses this one.</param>
    /// <param name="Days">Days of the meetings, as typed.</param>
    public sealed record Request(Guid ContractId, int Version, string Purpose, string StartsOn, string EndsOn, IReadOnlyList<string> Days, IReadOnlyList<TypedClause> Clauses);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contract>().FirstOrDefaultAsync(c => c.Id == request.ContractId, stop) is not { } contract) return Refusal.Gone;
        if (!rights.May(actor, AgreementActs.Draft, contract)) return Refusal.NotAllowed;
        var refusals = new List<Refusal>();
        var purpose = request.Purpose.Trim();
        if (purpose.Length > ContractText.PurposeLength) refusals.Add(new("occasions.field.long", "Purpose", $"{ContractText.PurposeLength}", $"{purpose.Length}"));
        var (starts, ends) = (Day(request.StartsOn, "StartsOn", refusals), Day(request.EndsOn, "EndsOn", refusals));
        if (starts.Length > 0 && ends.Length > 0 && string.CompareOrdinal(ends, starts) <= 0) refusals.Add(new("agreements.ends-before", "EndsOn"));
        var days = request.Days.Select((d, i) => Day(d, $"Days[{i}]", refusals)).Where(d => d.Length > 0).Distinct().Order(StringComparer.Ordinal).Take(ContractText.MostReviews).ToList();
        var clauses = request.Clauses.Select((c, i) => (Typed: c, At: i)).Where(c => !c.Typed.IsEmpty).Select(c => Read(c.Typed, c.At, contract.Draft, refusals)).OfType<Clause>().ToList();
        foreach (var side in Enum.GetValues<Side>().Where(s => clauses.Count(c => c.Side == s) > Clause.MostPerSide)) refusals.Add(new("agreements.clauses.too-many", $"side-{EnumWords.Write(side)}", $"{Clause.MostPerSide}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var outcome = contract.Write(new ContractText(purpose, starts, ends, days, clauses));
        if (!outcome.Accepted) return outcome;
        db.Expect(contract, request.Version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    // A line keeps its identity from one draft to the next: its evidence stays with it after an amendment.
    private static Clause? Read(TypedClause typed, int at, ContractText draft, List<Refusal> refusals)
    {
        var (what, proof, before) = (typed.What.Trim(), typed.Proof.Trim(), refusals.Count);
        string Field(string name) => $"Clauses[{at}].{name}";
        var isSide = EnumWords.TryRead<Side>(typed.Side, out var side);
        if (!EnumWords.TryRead<ClauseKind>(typed.Kind, out var kind) || !isSide) refusals.Add(new("agreements.clause.kind", Field("Kind")));
        if (what.Length == 0) refusals.Add(new("agreements.clause.what", Field("What")));
        if (what.Length > Clause.WhatLength) refusals.Add(new("occasions.field.long", Field("What"), $"{Clause.WhatLength}", $"{what.Length}"));
        if (ContractAmounts.Read(kind, typed.Quantity) is not { } quantity) { refusals.Add(new("agreements.clause.quantity", Field("Quantity"))); quantity = 1; }
        var due = Day(typed.DueOn, Field("DueOn"), refusals);
        if (due.Length == 0 && refusals.All(r => r.Field != Field("DueOn"))) refusals.Add(new("agreements.clause.due", Field("DueOn")));
        if (proof.Length == 0) refusals.Add(new("agreements.clause.proof", Field("Proof")));
        if (proof.Length > Clause.ProofLength) refusals.Add(new("occasions.field.long", Field("Proof"), $"{Clause.ProofLength}", $"{proof.Length}"));
        if (refusals.Count > before) return null;
        return new Clause(draft.Clauses.FirstOrDefault(c => c.Id == typed.Id && c.Side == side)?.Id ?? Guid.CreateVersion7(), side, kind, what, quantity, due, proof);
    }

    private static string Day(string typed, string field, List<Refusal> refusals)
    {
        var day = typed.Trim();
        if (day.Length == 0 || LocalDatePattern.Iso.Parse(day).Success) return day;
        refusals.Add(new("occasions.field.date", field, day));
        return "";
    }
}
