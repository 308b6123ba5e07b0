namespace Trame.Engines.FairBudget;

/// <summary>Voters whose ballots are worth the same are one type with a weight: the rules treat equals equally, so nothing is lost.</summary>
/// <remarks>Łódź 2024: 66,045 ballots, 32,040 types. Choices are held both by type and by project. O(choices) time and memory.</remarks>
internal sealed class VoterTypes
{
    private readonly int[] _choiceStart;
    private readonly int[] _choiceProject;
    private readonly long[] _choiceScore;

    private VoterTypes(BudgetElection election, Utility utility, TypeTable table)
    {
        (Election, Utility, Weight) = (election, utility, table.Weights);
        (_choiceStart, _choiceProject, _choiceScore) = (table.Starts, table.Projects, table.Scores);
        (Start, Supporter, SupporterWeight, Score) = ByProject(election.Projects.Count);
        Total = new long[election.Projects.Count];
        for (var p = 0; p < Total.Length; p++)
            for (var e = Start[p]; e < Start[p + 1]; e++) Total[p] += Weight[Supporter[e]] * (long)Score[e];
    }

    public BudgetElection Election { get; }

    public Utility Utility { get; }

    /// <summary>How many voters each type stands for.</summary>
    public int[] Weight { get; }

    public int Count => Weight.Length;

    /// <summary>Where each project's supporters begin in the three arrays below; one more at the end.</summary>
    public int[] Start { get; }

    /// <summary>Types that support the project, in increasing order.</summary>
    public int[] Supporter { get; }

    public double[] SupporterWeight { get; }

    /// <summary>What the supporter gives it: 1, or points or Borda scores under <see cref="Utility.Score"/>; always positive.</summary>
    public double[] Score { get; }

    /// <summary>Scores of all the voters who support a project, added up.</summary>
    public long[] Total { get; }

    public static VoterTypes Of(BudgetElection election, Utility utility)
    {
        var table = new TypeTable(election.Ballots.Projects.Length);
        for (var voter = 0; voter < election.Voters; voter++)
        {
            for (var at = election.Ballots.Start(voter); at < election.Ballots.Start(voter + 1); at++)
            {
                var score = utility == Utility.Score ? election.Ballots.Score(at) : 1;
                if (score > 0) table.Add(election.Ballots.Projects[at], score);
            }

            table.EndBallot();
        }

        return new(election, utility, table);
    }


    /// <summary>The projects a type supports.</summary>
    public ReadOnlySpan<int> Projects(int type) => _choiceProject.AsSpan(_choiceStart[type].._choiceStart[type + 1]);

    /// <summary>The scores of <see cref="Projects"/>.</summary>
    public ReadOnlySpan<long> Scores(int type) => _choiceScore.AsSpan(_choiceStart[type].._choiceStart[type + 1]);

    /// <summary>What one point of score for a project is worth, so that utility = worth × score: the cost, or 1.</summary>
    public double Worth(int project) => Utility == Utility.Cost ? Election.Costs[project] : 1;

    private (int[] Start, int[] Supporter, double[] Weight, double[] Score) ByProject(int projects)
    {
        var start = new int[projects + 1];
        foreach (var project in _choiceProject) start[project + 1]++;
        for (var p = 0; p < projects; p++) start[p + 1] += start[p];
        var next = start.AsSpan(0, projects).ToArray();
        var (supporter, weight, score) = (new int[_choiceProject.Length], new double[_choiceProject.Length], new double[_choiceProject.Length]);
        for (var type = 0; type < Count; type++)
        {
            for (var at = _choiceStart[type]; at < _choiceStart[type + 1]; at++)
            {
                var entry = next[_choiceProject[at]]++;
                (supporter[entry], weight[entry], score[entry]) = (type, Weight[type], _choiceScore[at]);
            }
        }

        return (start, supporter, weight, score);
    }
}
