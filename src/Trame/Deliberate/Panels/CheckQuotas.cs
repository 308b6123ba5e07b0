using Trame.Engines.Sortition;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Panels;

/// <summary>« Peut-on tirer, avec ceux qui ont dit oui ? » In plain words: what is missing, and what would be enough.</summary>
public sealed class CheckQuotas(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <param name="Feasible">A panel exists.</param>
    /// <param name="Lines">When none does: each thing that is missing, and what would be enough.</param>
    /// <param name="Least">Chance of the person who has the least, when a panel exists.</param>
    public sealed record Verdict(bool Feasible, IReadOnlyList<string> Lines, double Least);

    public Task<Verdict> Handle(Convention convention, IReadOnlyList<PanelPerson> pool, CancellationToken stop) => Task.Run(() =>
    {
        if (PanelPool.Problem(convention, pool) is not { } problem) return new Verdict(false, [Texts.CountOf("convention.check.few", convention.Seats - pool.Count, convention.Seats)], 0);
        var found = FairLottery.Find(problem, new() { TimeLimit = Patience }, clock, null, stop);
        if (found.Panels.Count > 0) return new Verdict(true, [], found.Minimum);
        if (found.Infeasible is not { } why) return new Verdict(false, [Texts.Get("convention.check.unknown")], 0);
        return new Verdict(false, [.. why.Relaxations.Select(r => DrawAnswer.Wording(problem, r)).DefaultIfEmpty(Texts.Get("convention.check.households")), Texts.Get("convention.check.or")], 0);
    }, stop);
}
