namespace Trame.Engines.FairBudget;

/// <summary>A participatory budget: projects with their costs, a budget, and a ballot for each voter (an empty one counts as a voter).</summary>
/// <remarks>Money is kept in whole numbers of 10^-k units, k being the most decimals that a cost or the budget has, so that nothing is rounded.
/// Points likewise. Memory: 4 bytes a voter and 4 a choice, 8 more a choice where points differ. Immutable, thread-safe.</remarks>
public sealed class BudgetElection
{
    /// <summary>Costs, budget and points may not exceed this many smallest units: beyond it a 64-bit floating number is no longer exact.</summary>
    internal const decimal Largest = 4e15m;

    /// <param name="kind">How people voted.</param>
    /// <param name="projects">With distinct ids.</param>
    /// <param name="budget">What can be spent, in the unit of the costs, at least 0.</param>
    /// <param name="ballots">One per voter; a project at most once on each.</param>
    /// <exception cref="ArgumentException">A bound above is not kept; the message says where.</exception>
    public BudgetElection(VoteKind kind, IReadOnlyList<BudgetProject> projects, decimal budget, IEnumerable<IReadOnlyList<Choice>> ballots)
        : this(kind, projects, budget, Gather(ballots)) { }

    internal BudgetElection(VoteKind kind, IReadOnlyList<BudgetProject> projects, decimal budget, BallotBox ballots)
    {
        (Kind, Projects, Budget) = (kind, projects, budget);
        if (projects.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != projects.Count) throw new ArgumentException("Two projects have the same id.", nameof(projects));
        MoneyDecimals = projects.Select(p => p.Cost).Append(budget).Max(m => PowersOfTen.Shortest(m).Scale);
        Costs = [.. projects.Select(p => Units(p.Cost))];
        BudgetUnits = Units(budget);
        Ballots = ballots.Close(projects.Count);
    }

    /// <summary>How people voted.</summary>
    public VoteKind Kind { get; }

    /// <summary>The projects, in the order of the file; everywhere else a project is its index here.</summary>
    public IReadOnlyList<BudgetProject> Projects { get; }

    /// <summary>What can be spent, in units of money.</summary>
    public decimal Budget { get; }

    /// <summary>Ballots, empty ones included.</summary>
    public int Voters => Ballots.Count;

    /// <summary>The ballots of every voter, in the order of the file.</summary>
    internal BallotBox Ballots { get; }

    /// <summary>Costs in smallest units.</summary>
    internal long[] Costs { get; }

    internal long BudgetUnits { get; }

    internal int MoneyDecimals { get; }

    /// <summary>How many smallest units make one unit of money.</summary>
    internal long UnitsPerMoney => (long)PowersOfTen.Of(MoneyDecimals);

    /// <summary>From smallest units to units of money.</summary>
    internal decimal Money(long units) => PowersOfTen.Shortest(units / PowersOfTen.Of(MoneyDecimals));

    /// <summary>How many ballots name each project, whatever their points.</summary>
    public int[] Votes()
    {
        var votes = new int[Projects.Count];
        foreach (var project in Ballots.Projects) votes[project]++;
        return votes;
    }

    /// <summary>One voter's ballot.</summary>
    /// <param name="voter">0 ≤ voter &lt; <see cref="Voters"/>.</param>
    public IEnumerable<Choice> Ballot(int voter)
    {
        for (var at = Ballots.Start(voter); at < Ballots.Start(voter + 1); at++)
            yield return new(Ballots.Projects[at], Ballots.Score(at) / PowersOfTen.Of(Ballots.ScoreDecimals));
    }

    private long Units(decimal money)
    {
        if (money < 0) throw new ArgumentException($"{money} is below zero.");
        if (money > Largest / PowersOfTen.Of(MoneyDecimals)) throw new ArgumentException($"{money} is too large for exact counting with {MoneyDecimals} decimals.");
        return (long)(money * PowersOfTen.Of(MoneyDecimals));
    }

    private static BallotBox Gather(IEnumerable<IReadOnlyList<Choice>> ballots)
    {
        var box = new BallotBox();
        foreach (var ballot in ballots)
        {
            foreach (var choice in ballot) box.Add(choice.Project, choice.Points);
            box.EndBallot();
        }

        return box;
    }
}
