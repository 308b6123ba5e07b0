namespace Trame.Engines.FairBudget;

/// <summary>Completion « add1 »: the endowment of every voter rises by a step as long as what is bought stays within the budget.</summary>
/// <remarks>Peters and Skowron, equalshares.net, « Completion ». Not monotone: one endowment can overspend and a higher one not, so halving the range is not allowed; the count
/// stops at the first endowment that overspends. Endowments are skipped only where <see cref="SharesTrace.BuysTheSameUpTo"/> proves that they buy the same:
/// a range whose ends do not prove it is cut in two, so each endowment is counted once at most, and ranges double after each success.</remarks>
internal sealed class Add1(VoterTypes types, TieOrder ties)
{
    private readonly SharesCount _count = new(types, ties);

    /// <summary>Counts that were made; for the curious and for tests.</summary>
    public int Counts { get; private set; }

    /// <summary>The highest endowment reached and the outcome there.</summary>
    /// <param name="options">Where it starts, by how much it rises, when it stops.</param>
    /// <param name="progress">Told the share of the budget that is spent so far.</param>
    /// <param name="stop">Ends the count with an exception.</param>
    public SharesTrace Run(Add1Options options, IProgress<double>? progress, CancellationToken stop)
    {
        var step = options.Step * types.Election.UnitsPerMoney;
        var reached = Count(Start(options), stop);
        var supported = types.Total.Count(t => t > 0);
        var ahead = new Stack<(SharesTrace Trace, long Steps)>(); // endowments already counted above the one reached, the next on top
        var stride = 1L;
        while (reached.Purchases.Count < supported && !(options.Exhaustive && IsExhausted(reached)))
        {
            if (ahead.Count == 0) ahead.Push((Count(reached.Endowment + (stride * (Rational)step), stop), stride));
            var (next, steps) = ahead.Pop();
            if (steps > 1 && !reached.BuysTheSameUpTo(next))
            {
                stride = steps / 2;
                ahead.Push((next, steps - stride));
                ahead.Push((Count(reached.Endowment + (stride * (Rational)step), stop), stride));
                continue;
            }

            if (next.Cost > types.Election.BudgetUnits) break;
            if (ahead.Count == 0) stride = checked(steps * 2);
            reached = next;
            progress?.Report((double)reached.Cost / types.Election.BudgetUnits);
        }

        return reached;
    }

    private Rational Start(Add1Options options)
    {
        var election = types.Election;
        if (!options.FromWholeMoney) return new(election.BudgetUnits, election.Voters);
        return election.BudgetUnits / election.UnitsPerMoney / election.Voters * election.UnitsPerMoney;
    }

    private SharesTrace Count(Rational endowment, CancellationToken stop)
    {
        Counts++;
        return _count.Run(endowment, types.Election.BudgetUnits, stop);
    }

    private bool IsExhausted(SharesTrace trace)
    {
        var bought = trace.Purchases.Select(p => p.Project).ToHashSet();
        return Enumerable.Range(0, types.Total.Length).All(p => bought.Contains(p) || trace.Cost + types.Election.Costs[p] > types.Election.BudgetUnits);
    }
}
