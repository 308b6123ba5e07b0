using System.Text.Json;
using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>The same projects as the references on every public file, each under the reference's own tie order.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(SharedData.Path("pabulib"), "*.pb").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void Pabutools_funds_the_same(string file)
    {
        var election = Pb.Shared(file).Election;
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("pabulib", "reference_pabutools.json")));
        foreach (var rule in reference.RootElement.GetProperty(file).GetProperty("rules").EnumerateObject())
        {
            if (!rule.Value.TryGetProperty("selected_in_order", out var selected)) continue; // it ran out of time
            var expected = selected.EnumerateArray().Select(s => s.GetString()!).Order(StringComparer.Ordinal);
            Ours(rule.Name, election).Sorted().ShouldBe([.. expected], $"{file} {rule.Name}");
        }
    }

    private static BudgetOutcome Ours(string rule, BudgetElection election)
    {
        var byId = TieOrder.ById(election);
        return rule switch
        {
            "greedy_cost" => GreedyBudget.Count(election, Utility.Cost, byId),
            "greedy_card" => GreedyBudget.Count(election, Utility.Cardinality, byId),
            "greedy_score" => GreedyBudget.Count(election, Utility.Score, byId),
            "mes_cost" => EqualShares.Count(election, Utility.Cost, ties: byId),
            "mes_card" => EqualShares.Count(election, Utility.Cardinality, ties: byId),
            "mes_score" => EqualShares.Count(election, Utility.Score, ties: byId),
            "mes_cost_add1" => EqualShares.Count(election, Utility.Cost, Completion.Add1, byId, new(1, FromWholeMoney: false, Exhaustive: true)),
            "phragmen" => SequentialPhragmen.Count(election, byId),
            "bos" => BoundedOverspending.Count(election, Utility.Cost, byId),
            _ => throw new InvalidOperationException(rule),
        };
    }
}
