using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>The real elections that were decided by this method come out as they were decided.</summary>
public sealed class RealElectionsTests
{
    [Theory]
    [InlineData("Poland_Wieliczka_2023_Green_Budget.pb", 30, 995079)]
    [InlineData("Poland_Swiecie_2023.pb", 17, 1040337)]
    [InlineData("Netherlands_Assen_2024.pb", 9, 76700)]
    public void What_was_funded_is_funded(string file, int projects, int cost)
    {
        var pb = Pb.Shared(file);
        var outcome = Pb.Shares(pb.Election, Utility.Cost, Completion.Add1);
        var selected = pb.Projects.Column("selected");
        outcome.Funded.Order().ShouldBe(Enumerable.Range(0, pb.Projects.Count).Where(p => pb.Projects[p, selected] is "1"));
        (outcome.Funded.Count, outcome.Cost).ShouldBe((projects, cost));
    }

    [Fact]
    public void Wieliczka_stopped_early_would_have_funded_something_else()
    {
        var outcome = Pb.Shares(Pb.Shared("Poland_Wieliczka_2023_Green_Budget.pb").Election, Utility.Cost, Completion.Add1, add1: new(Exhaustive: true));
        (outcome.Funded.Count, outcome.Cost).ShouldBe((31, 984579));
    }

    /// <summary>Where the published order of ties changes what is funded, compared with the order of pabutools: everything else is the same.</summary>
    [Fact]
    public void Where_ties_decide_is_known()
    {
        var differing = new List<string>();
        foreach (var path in Directory.EnumerateFiles(SharedData.Path("pabulib"), "*.pb").Order(StringComparer.Ordinal))
        {
            var election = Pb.Shared(Path.GetFileName(path)).Election;
            var byId = TieOrder.ById(election);
            foreach (var (rule, count) in new Dictionary<string, Func<TieOrder?, BudgetOutcome>>
            {
                ["equal-shares cost"] = ties => Pb.Shares(election, Utility.Cost, ties: ties),
                ["equal-shares cardinality"] = ties => Pb.Shares(election, Utility.Cardinality, ties: ties),
                ["equal-shares cost add1"] = ties => Pb.Shares(election, Utility.Cost, Completion.Add1, ties),
                ["greedy cost"] = ties => GreedyBudget.Count(election, Utility.Cost, ties),
                ["greedy cardinality"] = ties => GreedyBudget.Count(election, Utility.Cardinality, ties),
                ["phragmen"] = ties => SequentialPhragmen.Count(election, ties, TestContext.Current.CancellationToken),
            })
            {
                if (!count(null).Sorted().SequenceEqual(count(byId).Sorted())) differing.Add($"{Path.GetFileNameWithoutExtension(path)} {rule}");
            }
        }

        differing.ShouldBe([]);
    }
}
