namespace Trame.Engines.FairBudget;

/// <summary>What an outcome means for voters as a whole: figures by which two rules can be compared. No figure is about one voter.</summary>
public sealed record OutcomeMeasures
{
    /// <summary>Voters with no funded project on their ballot.</summary>
    public required int Excluded { get; init; }

    /// <summary>Their share of all voters, in [0, 1]; 0 without voters.</summary>
    public required double ExclusionRatio { get; init; }

    /// <summary>Funded projects on a ballot, on average.</summary>
    public required double AverageFunded { get; init; }

    /// <summary>Cost of the funded projects on a ballot, on average, in money.</summary>
    public required double AverageCost { get; init; }

    /// <summary>At index k: voters with k funded projects on their ballot.</summary>
    public required IReadOnlyList<int> VotersByFunded { get; init; }

    /// <summary>Categories in alphabetical order; empty when the election has none.</summary>
    public required IReadOnlyList<CategoryShare> Categories { get; init; }

    /// <summary>Measures an outcome. O(choices).</summary>
    public static OutcomeMeasures Of(BudgetOutcome outcome)
    {
        var election = outcome.Election;
        var counts = FundedPerVoter(outcome);
        var byFunded = new int[counts.DefaultIfEmpty().Max() + 1];
        foreach (var count in counts) byFunded[count]++;
        var voters = Math.Max(1, election.Voters);
        var excluded = election.Voters == 0 ? 0 : byFunded[0];
        var votes = election.Votes();
        return new()
        {
            Excluded = excluded,
            ExclusionRatio = (double)excluded / voters,
            AverageFunded = (double)counts.Sum(c => (long)c) / voters,
            AverageCost = outcome.Funded.Sum(p => (double)election.Projects[p].Cost * votes[p]) / voters,
            VotersByFunded = election.Voters == 0 ? [] : byFunded,
            Categories = Shares(outcome, votes),
        };
    }

    /// <summary>How many voters have more funded projects on their ballot in one outcome, how many in the other; the rest have as many.</summary>
    /// <exception cref="ArgumentException">The outcomes are not of the same election.</exception>
    public static (int First, int Second) Preferences(BudgetOutcome first, BudgetOutcome second)
    {
        if (!ReferenceEquals(first.Election, second.Election)) throw new ArgumentException("Outcomes of two elections cannot be compared.", nameof(second));
        var (a, b) = (FundedPerVoter(first), FundedPerVoter(second));
        return (a.Zip(b).Count(v => v.First > v.Second), a.Zip(b).Count(v => v.First < v.Second));
    }

    private static int[] FundedPerVoter(BudgetOutcome outcome)
    {
        var ballots = outcome.Election.Ballots;
        var funded = new bool[outcome.Election.Projects.Count];
        foreach (var project in outcome.Funded) funded[project] = true;
        var counts = new int[ballots.Count];
        for (var voter = 0; voter < counts.Length; voter++)
            foreach (var project in ballots.Projects[ballots.Start(voter)..ballots.Start(voter + 1)]) if (funded[project]) counts[voter]++;
        return counts;
    }

    private static IReadOnlyList<CategoryShare> Shares(BudgetOutcome outcome, int[] votes)
    {
        var projects = outcome.Election.Projects;
        if (projects.All(p => p.Categories.Count == 0)) return [];
        var funded = outcome.Funded.ToHashSet();
        var (allVotes, allMoney) = (Math.Max(1, votes.Sum(v => (long)v)), Math.Max(1e-300, (double)outcome.Cost));
        return [.. projects.Index().SelectMany(p => (p.Item.Categories.Count == 0 ? [""] : p.Item.Categories).Select(c => (Category: c, p.Index, Part: 1.0 / Math.Max(1, p.Item.Categories.Count))))
            .GroupBy(p => p.Category, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CategoryShare(g.Key, g.Count(), g.Count(p => funded.Contains(p.Index)), g.Sum(p => p.Part * votes[p.Index]) / allVotes,
                g.Where(p => funded.Contains(p.Index)).Sum(p => p.Part * (double)projects[p.Index].Cost) / allMoney))];
    }
}
