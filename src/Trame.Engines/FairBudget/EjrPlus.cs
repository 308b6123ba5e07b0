using System.Numerics;

namespace Trame.Engines.FairBudget;

/// <summary>Looks for groups that an outcome leaves below their share: the test EJR+ up to one project.</summary>
/// <remarks>EJR+: Brill and Peters, « Robust and verifiable proportionality axioms for multiwinner voting », EC 2023; « up to one »: Peters, Pierczyński and Skowron 2021.
/// A violation is a project p that is not funded and a group N of its supporters with, for every i in N, (uᵢ(W) + uᵢ(p)) × cost(p) × n ≤ B × Σ_N uᵢ(p), W being what is funded.
/// For cost utilities: each member's funded projects and p together cost no more than the group's share of the budget. Plain equal shares never has one (if p could not be bought,
/// somebody in N had spent too much to pay their part; all their purchases were at ρ ≤ cost(p) / Σ_N uᵢ(p)). Groups are searched completely: supporters in increasing
/// uᵢ(W) + uᵢ(p), since whoever is no better off can always join. Exact; O(choices log choices).</remarks>
public static class EjrPlus
{
    /// <summary>For each project with a violation, the group that falls shortest of its share, the worst first; empty when the outcome passes.</summary>
    /// <param name="outcome">Any outcome.</param>
    /// <param name="utility">What satisfaction is measured by.</param>
    public static IReadOnlyList<EjrViolation> Violations(BudgetOutcome outcome, Utility utility)
    {
        var types = VoterTypes.Of(outcome.Election, utility);
        var satisfaction = Satisfaction(types, outcome.Funded);
        return [.. Enumerable.Range(0, types.Total.Length).Except(outcome.Funded).Where(p => types.Total[p] > 0)
            .Select(p => Worst(types, satisfaction, p)).OfType<EjrViolation>().OrderBy(v => v.BestOff / v.Deserved).ThenBy(v => v.Project)];
    }

    private static EjrViolation? Worst(VoterTypes types, Int128[] satisfaction, int project)
    {
        var election = types.Election;
        var worth = types.Utility == Utility.Cost ? election.Costs[project] : 1;
        var supporters = Enumerable.Range(types.Start[project], types.Start[project + 1] - types.Start[project])
            .Select(e => (Type: types.Supporter[e], Gains: worth * (long)types.Score[e])).Select(s => (s.Type, s.Gains, With: satisfaction[s.Type] + s.Gains)).OrderBy(s => s.With).ToList();
        var (group, gains, worst) = (0, (Int128)0, default(EjrViolation));
        for (var i = 0; i < supporters.Count; i++)
        {
            group += types.Weight[supporters[i].Type];
            gains += (Int128)types.Weight[supporters[i].Type] * supporters[i].Gains;
            if (i + 1 < supporters.Count && supporters[i + 1].With == supporters[i].With) continue;
            if (HasItsShare(election, project, supporters[i].With, gains)) continue;
            var unit = types.Utility switch { Utility.Cost => election.UnitsPerMoney, Utility.Score => (double)PowersOfTen.Of(election.Ballots.ScoreDecimals), _ => 1.0 };
            var deserved = (double)gains * election.BudgetUnits / election.Voters / Math.Max(1, election.Costs[project]) / unit;
            var found = new EjrViolation(project, group, election.Budget * group / election.Voters, deserved, (double)supporters[i].With / unit);
            if (worst is null || found.BestOff / found.Deserved < worst.BestOff / worst.Deserved) worst = found;
        }

        return worst;
    }

    /// <summary>With × cost × n &gt; B × gains: by rounded numbers where they are far apart, exactly otherwise.</summary>
    private static bool HasItsShare(BudgetElection election, int project, Int128 with, Int128 gains)
    {
        var (needs, has) = ((double)with * election.Costs[project] * election.Voters, (double)gains * election.BudgetUnits);
        if (Math.Abs(needs - has) > 1e-9 * has) return needs > has;
        return (BigInteger)with * election.Costs[project] * election.Voters > (BigInteger)gains * election.BudgetUnits;
    }

    private static Int128[] Satisfaction(VoterTypes types, IReadOnlyList<int> funded)
    {
        var satisfaction = new Int128[types.Count];
        foreach (var project in funded)
        {
            var worth = types.Utility == Utility.Cost ? types.Election.Costs[project] : 1;
            for (var e = types.Start[project]; e < types.Start[project + 1]; e++) satisfaction[types.Supporter[e]] += (Int128)worth * (long)types.Score[e];
        }

        return satisfaction;
    }
}
