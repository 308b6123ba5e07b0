using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>Elections for the tests: public files and short ones written by hand.</summary>
internal static class Pb
{
    public static PabulibFile Shared(params string[] path)
    {
        using var text = new StreamReader(SharedData.Path(["pabulib", .. path]));
        return Read(text);
    }

    public static PabulibFile Read(TextReader text)
    {
        var reading = PabulibFile.Read(text);
        reading.Problem.ShouldBeNull();
        return reading.File!;
    }

    /// <summary>Approval ballots: projects « id cost », ballots « a,b » or « 3*a,b » for three of them.</summary>
    public static BudgetElection Approvals(decimal budget, string projects, params string[] ballots)
    {
        var list = projects.Split(' ').Chunk(2).Select(p => new BudgetProject(p[0], decimal.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return new(VoteKind.Approval, list, budget, ballots.SelectMany(b => Enumerable.Repeat(Ballot(b.Split('*')[^1]), b.Contains('*') ? int.Parse(b.Split('*')[0], System.Globalization.CultureInfo.InvariantCulture) : 1)));

        Choice[] Ballot(string ids) => [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new Choice(list.FindIndex(p => p.Id == id)))];
    }

    public static BudgetOutcome Shares(BudgetElection election, Utility utility, Completion completion = Completion.None, TieOrder? ties = null, Add1Options? add1 = null) =>
        EqualShares.Count(election, utility, completion, ties, add1, stop: TestContext.Current.CancellationToken);

    public static BudgetOutcome Overspending(BudgetElection election, Utility utility) => BoundedOverspending.Count(election, utility, stop: TestContext.Current.CancellationToken);

    public static BudgetOutcome Phragmen(BudgetElection election) => SequentialPhragmen.Count(election, stop: TestContext.Current.CancellationToken);

    public static string[] Ids(this BudgetOutcome outcome) => [.. outcome.Funded.Select(p => outcome.Election.Projects[p].Id)];

    public static string[] Sorted(this BudgetOutcome outcome) => [.. outcome.Ids().Order(StringComparer.Ordinal)];
}
