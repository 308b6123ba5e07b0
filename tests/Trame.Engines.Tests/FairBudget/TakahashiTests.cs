using System.Text.Json;
using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>Expectations that another port of the method was checked with: pabutools on points, ranks, and three kinds of satisfaction.</summary>
public sealed class TakahashiTests
{
    [Theory]
    [InlineData("pabutools_reference.json", "winners", "shares cost")]
    [InlineData("pabutools_cardinal_reference.json", "winners", "shares score")]
    [InlineData("pabutools_ordinal_reference.json", "winners", "shares score")]
    [InlineData("pabutools_satisfaction_reference.json", "cost", "shares cost")]
    [InlineData("pabutools_satisfaction_reference.json", "cardinality", "shares cardinality")]
    [InlineData("pabutools_rules_reference.json", "phragmen", "phragmen")]
    [InlineData("pabutools_rules_reference.json", "greedy_cost", "greedy cost")]
    [InlineData("pabutools_rules_reference.json", "greedy_cardinality", "greedy cardinality")]
    public void The_same_projects_are_funded(string fixture, string field, string rule)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("pabulib", "takahashi_fixtures", fixture)));
        foreach (var file in reference.RootElement.EnumerateObject())
        {
            var election = Pb.Shared(["takahashi_fixtures", .. file.Name["test/fixtures/".Length..].Split('/')]).Election;
            var ties = TieOrder.ById(election);
            Enumerable.Range(0, election.Projects.Count).OrderBy(ties.Rank).Select(p => election.Projects[p].Id).ShouldBe(Ids(file.Value.GetProperty("lexico_order")));
            Ours(rule, election, ties).Sorted().ShouldBe([.. Ids(file.Value.GetProperty(field)).Order(StringComparer.Ordinal)], $"{file.Name} {rule}");
        }
    }

    private static IEnumerable<string> Ids(JsonElement list) => list.EnumerateArray().Select(i => i.GetString()!);

    private static BudgetOutcome Ours(string rule, BudgetElection election, TieOrder ties) => rule switch
    {
        "shares cost" => Pb.Shares(election, Utility.Cost, ties: ties),
        "shares cardinality" => Pb.Shares(election, Utility.Cardinality, ties: ties),
        "shares score" => Pb.Shares(election, Utility.Score, ties: ties),
        "greedy cost" => GreedyBudget.Count(election, Utility.Cost, ties),
        "greedy cardinality" => GreedyBudget.Count(election, Utility.Cardinality, ties),
        "phragmen" => SequentialPhragmen.Count(election, ties, TestContext.Current.CancellationToken),
        _ => throw new InvalidOperationException(rule),
    };
}
