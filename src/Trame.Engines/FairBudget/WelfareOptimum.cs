namespace Trame.Engines.FairBudget;

/// <summary>The set of projects with the most total utility that the budget allows: what greedy approaches, and what no rule can exceed.</summary>
/// <remarks>A knapsack, searched completely by branch and bound (bound: the same with the last project cut, Dantzig 1957). Exponential at worst:
/// the number of branches is an argument, and reaching it is in the result.</remarks>
public static class WelfareOptimum
{
    /// <summary>What was found.</summary>
    /// <param name="Funded">Indices of the projects, increasing.</param>
    /// <param name="Welfare">Sum of the utilities of all voters, in smallest units of money under <see cref="Utility.Cost"/>, in smallest points under <see cref="Utility.Score"/>.</param>
    /// <param name="Proved">False when the search was cut short: a better set may exist.</param>
    public sealed record Found(IReadOnlyList<int> Funded, Int128 Welfare, bool Proved);

    /// <param name="election">Any.</param>
    /// <param name="utility">What is added up; negative points are left out.</param>
    /// <param name="branches">The most branches that are tried.</param>
    public static Found Of(BudgetElection election, Utility utility, int branches = 1_000_000)
    {
        var types = VoterTypes.Of(election, utility);
        var value = types.Total.Select((t, p) => (Int128)t * (utility == Utility.Cost ? election.Costs[p] : 1)).ToArray();
        var order = Enumerable.Range(0, value.Length).Where(p => value[p] > 0 && election.Costs[p] <= election.BudgetUnits).OrderByDescending(p => (double)value[p] / Math.Max(1e-9, election.Costs[p])).ToArray();
        var (best, chosen, taken, tried) = ((Int128)(-1), new List<int>(), new Stack<int>(), 0);
        Search(0, election.BudgetUnits, 0);
        return new([.. chosen.Order()], best < 0 ? 0 : best, tried < branches);

        void Search(int place, long left, Int128 sum)
        {
            if (sum > best) (best, chosen) = (sum, [.. taken]);
            if (place == order.Length || tried >= branches || Bound(place, left, sum) * (1 + 1e-12) < (double)best + 1) return;
            tried++;
            if (election.Costs[order[place]] <= left)
            {
                taken.Push(order[place]);
                Search(place + 1, left - election.Costs[order[place]], sum + value[order[place]]);
                taken.Pop();
            }

            Search(place + 1, left, sum);
        }

        double Bound(int place, long left, Int128 sum)
        {
            var bound = (double)sum;
            for (; place < order.Length && left > 0; place++)
            {
                var cost = election.Costs[order[place]];
                bound += cost <= left ? (double)value[order[place]] : (double)value[order[place]] * left / cost;
                left -= Math.Min(cost, left);
            }

            for (; place < order.Length; place++) if (election.Costs[order[place]] == 0) bound += (double)value[order[place]];
            return bound;
        }
    }
}
