using Trame.Engines.Cooperation;

namespace Trame.Engines.Tests.Cooperation;

public sealed class ActionTerritoryTests
{
    [Fact]
    public void A_forum_of_many_weighs_on_each_no_more_than_an_agreement_of_two()
    {
        var network = CooperationProjection.Of(6, [new([0, 1, 2, 3, 4], Days: 0), new([0, 5], Days: 0)]);
        network.Strength(1).ShouldBe(1, 1e-12);
        network.Strength(0).ShouldBe(2, 1e-12);
        network.WeightOf(0, 5).ShouldBe(1);
        network.WeightOf(0, 1).ShouldBe(0.25);
    }

    [Fact]
    public void What_is_old_fades()
    {
        var network = CooperationProjection.Of(3, [new([0, 1], Days: 365), new([1, 0, 1], Days: 730, Weight: 3), new([2], Days: 0)]);
        network.WeightOf(0, 1).ShouldBe(0.5 + 0.75, 1e-12);
        network.Ties.ShouldBe(1);
        CooperationProjection.Of(2, [new([0, 1], Days: 9000)], double.PositiveInfinity).WeightOf(0, 1).ShouldBe(1);
        Should.Throw<ArgumentException>(() => CooperationProjection.Of(2, [new([0, 1], Days: -1)]));
    }

    [Fact]
    public void What_is_given_and_comes_back_is_told()
    {
        var referrals = CooperationProjection.OfReferrals(3, [new([0, 1], 0, 4), new([1, 0], 0, 1), new([2, 0], 0, 3)]);
        Reciprocity.Of(referrals)!.Value.ShouldBe(2 / 8.0, 1e-12);
        Reciprocity.Of(Network.Of(2, [])).ShouldBeNull();
        Should.Throw<ArgumentException>(() => CooperationProjection.OfReferrals(3, [new([0, 1, 2], 0)]));
    }

    [Fact]
    public void Communities_that_follow_the_borders_are_told_from_chance()
    {
        var network = Graphs.Public("karate");
        var truth = Graphs.Division("karate.truth");
        var found = CommunitySearch.Find(network).Community;
        var follows = ActionTerritory.Of(network, found, truth, deals: 199);
        follows.P.ShouldBe(0.005, 1e-12);
        follows.Agreement.Rand.ShouldBe(0.465, 6e-4);
        Math.Abs(follows.ExpectedAmi).ShouldBeLessThan(0.05);
        follows.AcrossP.ShouldBe(0.005, 1e-12);
        follows.AcrossShare!.Value.ShouldBe(10 / 78.0, 0.02);
        ActionTerritory.Of(network, found, [.. Enumerable.Range(0, 34).Select(n => n * 7 % 3)], deals: 199).P.ShouldBeGreaterThan(0.02);
    }

    [Fact]
    public void A_border_is_as_permeable_as_its_ties_by_hand()
    {
        // Two triangles and a bridge: strengths 7 and 7, one tie across; by chance 7 × 7 / 14 = 3.5.
        var result = ActionTerritory.Of(Graphs.TwoTriangles, [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1], deals: 19);
        var border = result.Borders.ShouldHaveSingleItem();
        border.Weight.ShouldBe(1);
        border.Permeability.ShouldBe(1 / 3.5, 1e-12);
        result.AcrossShare.ShouldBe(1 / 7.0);
        result.Home.ShouldBe([0, 1]);
    }
}
