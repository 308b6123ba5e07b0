using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>The engine funds what the definitions fund, in the same order, on small elections where nearly everything is a tie.</summary>
public sealed class AgainstNaiveTests
{
    private static readonly Add1Options[] Variants = [Add1Options.Standard, new(Exhaustive: true), new(FromWholeMoney: false, Exhaustive: true), new(3, FromWholeMoney: false)];

    public static TheoryData<Utility, VoteKind> Ballots => new()
    {
        { Utility.Cost, VoteKind.Approval }, { Utility.Cardinality, VoteKind.Approval }, { Utility.Score, VoteKind.Approval }, { Utility.Score, VoteKind.Ordinal },
        { Utility.Score, VoteKind.Cumulative }, { Utility.Score, VoteKind.Scoring }, { Utility.Cost, VoteKind.Cumulative },
    };

    [Theory, MemberData(nameof(Ballots))]
    public void Equal_shares(Utility utility, VoteKind kind) => Same(utility, kind, (e, ties) => EqualShares.Count(e, utility, ties: ties), naive => naive.EqualShares());

    [Theory, MemberData(nameof(Ballots))]
    public void Greedy(Utility utility, VoteKind kind) => Same(utility, kind, (e, ties) => GreedyBudget.Count(e, utility, ties), naive => naive.Greedy(), skipNegative: true);

    [Theory, MemberData(nameof(Ballots))]
    public void Bounded_overspending(Utility utility, VoteKind kind) => Same(utility, kind, (e, ties) => BoundedOverspending.Count(e, utility, ties), naive => naive.Overspending(), 200);

    [Fact]
    public void Phragmen() => Same(Utility.Cardinality, VoteKind.Approval, (e, ties) => SequentialPhragmen.Count(e, ties), naive => naive.Phragmen());

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Every_variant_of_add1(int variant) =>
        Same(Utility.Cost, VoteKind.Approval, (e, ties) => EqualShares.Count(e, Utility.Cost, Completion.Add1, ties, Variants[variant]), naive => naive.Add1(Variants[variant]), 200);

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Add1_over_hundreds_of_steps_most_of_which_are_skipped(int variant) =>
        Same(Utility.Cost, VoteKind.Approval, (e, ties) => Pb.Shares(e, Utility.Cost, Completion.Add1, ties, Variants[variant]), naive => naive.Add1(Variants[variant]), 30, unit: 120);

    [Theory, InlineData(Utility.Cost), InlineData(Utility.Cardinality)]
    public void Numbers_that_rounding_cannot_tell_apart(Utility utility)
    {
        const long unit = 60_000_000_000_000; // beside it, one is less than the roundings of a few sums
        Same(utility, VoteKind.Approval, (e, ties) => Pb.Shares(e, utility, ties: ties), naive => naive.EqualShares(), 1000, unit: unit, grain: 2);
        Same(utility, VoteKind.Approval, (e, ties) => GreedyBudget.Count(e, utility, ties), naive => naive.Greedy(), unit: unit, grain: 2);
        if (utility == Utility.Cardinality) Same(utility, VoteKind.Approval, (e, ties) => SequentialPhragmen.Count(e, ties, TestContext.Current.CancellationToken), naive => naive.Phragmen(), unit: unit, grain: 2);
    }

    [Fact]
    public void Add1_then_votes() => Same(Utility.Cardinality, VoteKind.Approval,
        (e, ties) => EqualShares.Count(e, Utility.Cardinality, Completion.Add1Utilitarian, ties), naive => naive.Utilitarian(naive.Add1(Add1Options.Standard)), 200);

    [Fact]
    public void Votes_alone() => Same(Utility.Cost, VoteKind.Approval,
        (e, ties) => EqualShares.Count(e, Utility.Cost, Completion.Utilitarian, ties), naive => naive.Utilitarian(naive.EqualShares()));

    private static void Same(Utility utility, VoteKind kind, Func<BudgetElection, TieOrder, BudgetOutcome> ours, Func<Naive, List<int>> theirs, int times = 400, bool skipNegative = false, long unit = 0, int grain = 0) =>
        SmallElections.Hold(seed =>
        {
            var election = SmallElections.Of(seed, kind, unit, grain);
            if (skipNegative && Enumerable.Range(0, election.Voters).SelectMany(election.Ballot).Any(c => c.Points < 0)) return true; // greedy adds bad notes too; its own test says so
            var ties = SmallElections.Ties(election, seed);
            return ours(election, ties).Funded.SequenceEqual(theirs(new(election, utility, ties)));
        }, times);
}
