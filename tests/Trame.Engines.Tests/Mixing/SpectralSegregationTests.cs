using Trame.Engines.Mixing;

namespace Trame.Engines.Tests.Mixing;

public sealed class SpectralSegregationTests
{
    [Fact]
    public void Only_among_ones_own_is_one_and_only_with_others_is_zero()
    {
        SpectralSegregation.Of([0, 0, 0, 1, 1], [(0, 1, 1), (1, 2, 3), (0, 2, 1), (3, 4, 2)]).Average().ShouldBe(1, 1e-9);
        SpectralSegregation.Of([0, 0, 1, 1], [(0, 2, 1), (0, 3, 1), (1, 2, 1)]).ShouldAllBe(s => s == 0);
    }

    [Fact]
    public void By_hand_a_path_of_three_whose_ends_have_one_tie_elsewhere()
    {
        // a – b – c in one group, a and c each tied to another group: B = [[0, ½, 0], [½, 0, ½], [0, ½, 0]], λ = √2/2, x = (1, √2, 1).
        var index = SpectralSegregation.Of([0, 0, 0, 1, 1], [(0, 1, 1), (1, 2, 1), (0, 3, 1), (2, 4, 1)]);
        var mean = (2 + Math.Sqrt(2)) / 3;
        index[0].ShouldBe(Math.Sqrt(0.5) / mean, 1e-9);
        index[1].ShouldBe(1 / mean, 1e-9);
        index.Take(3).Average().ShouldBe(Math.Sqrt(0.5), 1e-9);
        (index[3], index[4]).ShouldBe((0, 0));
    }

    [Fact]
    public void Half_of_the_ties_of_each_within_gives_one_half() =>
        SpectralSegregation.Of([0, 0, 1, 1], [(0, 1, 1), (2, 3, 1), (0, 2, 1), (1, 3, 1)]).ShouldAllBe(s => Math.Abs(s - 0.5) < 1e-9);

    [Fact]
    public void What_is_no_tie_is_refused_and_nobody_is_nothing()
    {
        SpectralSegregation.Of([], []).ShouldBeEmpty();
        SpectralSegregation.Of([0], []).ShouldBe([0]);
        foreach (var tie in ((int, int, double)[])[(0, 0, 1), (0, 2, 1), (0, 1, 0), (0, 1, double.NaN), (0, 1, double.PositiveInfinity)]) Should.Throw<ArgumentException>(() => SpectralSegregation.Of([0, 0], [tie]));
    }

    [Fact]
    public void External_minus_internal_of_a_table_by_hand() =>
        new MixingMatrix(new double[,] { { 4, 1 }, { 1, 2 } }).ExternalMinusInternal.ShouldBe((2 - 6) / 8.0, 1e-12);
}
