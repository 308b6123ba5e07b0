using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>Small elections full of ties: few different costs, few voters, many alike. A seed makes one; a failing property shows it.</summary>
internal static class SmallElections
{
    public static void Hold(Func<int, bool> property, int times = 400) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <param name="seed">Makes the election.</param>
    /// <param name="kind">Its ballots.</param>
    /// <param name="unit">Costs are 1 to 6 times this.</param>
    /// <param name="grain">Costs differ by 0 to this much more: nothing, or next to nothing beside the unit.</param>
    public static BudgetElection Of(int seed, VoteKind kind = VoteKind.Approval, long unit = 0, int grain = 0)
    {
        var dice = new Random(seed);
        var (projects, voters) = (dice.Next(1, 8), dice.Next(1, 11));
        if (unit == 0) unit = dice.Next(1, 4) == 1 ? dice.Next(2, 40) : 1;
        var costs = Enumerable.Range(0, projects).Select(_ => dice.Next(20) == 0 ? 0 : (unit * dice.Next(1, 7)) + dice.Next(grain + 1)).ToList();
        var likely = dice.NextDouble();
        return new(kind, [.. costs.Select((c, p) => new BudgetProject($"p{p}", c))], (unit * dice.Next(1, (int)(costs.Sum() / unit) + 3)) + dice.Next(grain + 1), Enumerable.Range(0, voters).Select(_ => Ballot()));

        Choice[] Ballot()
        {
            var named = Enumerable.Range(0, projects).Where(_ => dice.NextDouble() < likely).OrderBy(_ => dice.Next()).ToArray();
            return [.. named.Select((p, rank) => new Choice(p, kind switch { VoteKind.Ordinal => named.Length - 1 - rank, VoteKind.Scoring => dice.Next(-1, 4), VoteKind.Cumulative => dice.Next(0, 5) / 2m, _ => 1 }))];
        }
    }

    public static TieOrder Ties(BudgetElection election, int seed) => (seed % 3) switch
    {
        0 => TieOrder.Published(election),
        1 => TieOrder.ById(election),
        _ => TieOrder.Of(election, [.. Enumerable.Range(0, election.Projects.Count).Reverse()]),
    };
}
