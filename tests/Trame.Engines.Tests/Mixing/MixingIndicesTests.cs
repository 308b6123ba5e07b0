using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Mixing;

namespace Trame.Engines.Tests.Mixing;

public sealed class MixingIndicesTests
{
    private static readonly CountTable TwoStreets = new([[8, 2], [2, 8]]);

    private static readonly Arbitrary<int[][]> Tables =
        (from groups in Gen.Choose(2, 4) from units in Gen.Choose(2, 6) from counts in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 9), groups), units) select counts).ToArbitrary();

    [Fact]
    public void Two_streets_of_ten_by_hand()
    {
        ExposureIndex.Of(TwoStreets, 0, 1).ShouldBe(0.32, 1e-12); // (8/10)(2/10) + (2/10)(8/10)
        ExposureIndex.Of(TwoStreets, 0, 0).ShouldBe(0.68, 1e-12);
        DissimilarityIndex.Of(TwoStreets).ShouldBe(0.6, 1e-12); // half of |8 − 2|/10 twice
        TheilIndex.Of(TwoStreets).ShouldBe(1 + ((0.8 * Math.Log2(0.8)) + (0.2 * Math.Log2(0.2))), 1e-12);
        var present = CoPresence.Of(TwoStreets);
        present.Cross.ShouldBe(32); // 8 × 2 in each street
        present.All.ShouldBe(90);
        present.ExpectedShare.ShouldBe(100 / 190.0, 1e-12); // 10 × 10 among the pairs of twenty
        CoPresence.Between(TwoStreets, 0, 1).ShouldBe((32, 90 * 100 / 190.0));
    }

    [Fact]
    public void Only_among_their_own_is_one_and_a_mirror_is_zero()
    {
        var apart = new CountTable([[7, 0, 0], [0, 4, 0], [0, 0, 5]]);
        TheilIndex.Of(apart).ShouldBe(1, 1e-12);
        DissimilarityIndex.Of(apart).ShouldBe(1, 1e-12);
        CoPresence.Of(apart).Share.ShouldBe(0);
        ColemanHomophily.Of(apart, 0).ShouldBe(1, 1e-12);
        ExposureIndex.Of(apart, 0, 0).ShouldBe(1);
        var mirror = new CountTable([[2, 4], [3, 6]]);
        TheilIndex.Of(mirror).ShouldBe(0, 1e-12);
        DissimilarityIndex.Of(mirror).ShouldBe(0, 1e-12);
        ColemanHomophily.Of(new CountTable([[1, 3], [1, 3]]), 0).ShouldBe(-1, 1e-12); // each meets others only
        CoPresence.Of(new CountTable([[1, 1], [1, 1]])).Share.ShouldBe(1);
        double.IsNaN(TheilIndex.Of(new([[3, 0]]))).ShouldBeTrue();
    }

    [Fact]
    public void Names_of_groups_and_order_of_moments_change_nothing() => Prop.ForAll(Tables, counts =>
    {
        var (table, turned) = (new CountTable(counts), new CountTable(counts.Reverse().Select(u => u.Reverse().ToArray())));
        Same(TheilIndex.Of(table), TheilIndex.Of(turned));
        Same(DissimilarityIndex.Of(table), DissimilarityIndex.Of(turned));
        CoPresence.Of(table).Cross.ShouldBe(CoPresence.Of(turned).Cross);
        Same(ExposureIndex.Of(table, 0, 1), ExposureIndex.Of(turned, table.Groups - 1, table.Groups - 2));
        Same(ColemanHomophily.Of(table, 0), ColemanHomophily.Of(turned, table.Groups - 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_two_meetings_never_separates() => Prop.ForAll(Tables, counts =>
    {
        var (before, after) = (new CountTable(counts), new CountTable([counts[0].Zip(counts[1], (a, b) => a + b).ToArray(), .. counts[2..]]));
        if (before.GroupTotals.Count(t => t > 0) < 2) return;
        TheilIndex.Of(after).ShouldBeLessThanOrEqualTo(TheilIndex.Of(before) + 1e-12);
        DissimilarityIndex.Of(after).ShouldBeLessThanOrEqualTo(DissimilarityIndex.Of(before) + 1e-12);
        CoPresence.Of(after).Cross.ShouldBeGreaterThanOrEqualTo(CoPresence.Of(before).Cross);
        if (before.GroupTotals[0] > 0) ExposureIndex.Of(after, 0, 0).ShouldBeLessThanOrEqualTo(ExposureIndex.Of(before, 0, 0) + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exposures_add_up_to_one_and_pairs_to_all_pairs() => Prop.ForAll(Tables, counts =>
    {
        var table = new CountTable(counts);
        if (table.GroupTotals[0] > 0) Enumerable.Range(0, table.Groups).Sum(g => ExposureIndex.Of(table, 0, g)).ShouldBe(1, 1e-9);
        (from a in Enumerable.Range(0, table.Groups) from b in Enumerable.Range(a, table.Groups - a) select CoPresence.Between(table, a, b).Observed).Sum().ShouldBe(CoPresence.Of(table).All);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_expected_share_is_the_mean_over_every_deal()
    {
        int[] people = [0, 0, 0, 1, 1, 2]; // dealt to moments of 3, 2 and 1
        var shares = Orders(people).Select(p => CoPresence.Of(new([Counted(p[..3]), Counted(p[3..5]), Counted(p[5..])])).Share);
        CoPresence.Of(new([[2, 1, 0], [1, 0, 1], [0, 1, 0]])).ExpectedShare.ShouldBe(shares.Average(), 1e-12);
    }

    [Fact]
    public void Coleman_is_his_own_figure()
    {
        ColemanHomophily.Of(45, 60, 60, 100).ShouldBe(0.38125, 1e-5);
        ColemanHomophily.Of(20, 40, 40, 100).ShouldBe(0.175, 1e-3);
    }

    [Fact]
    public void Mixing_matrices_have_the_published_values()
    {
        var rows = File.ReadLines(SharedData.Path("mixing", "catania_mixing.csv")).Skip(1).Select(l => l.Split(',').Skip(1).Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Matrix(4, (g, h) => rows[g][h]).Assortativity.ShouldBe(0.621, 0.004);
        int[] gender = [.. File.ReadLines(SharedData.Path("mixing", "wnet_nodes.csv")).Skip(1).Select(l => l.Split(',')[1][0] - '1')];
        var contacts = new double[2, 2];
        foreach (var (a, b) in File.ReadLines(SharedData.Path("mixing", "wnet_edges.csv")).Skip(1).Select(l => l.Split(',')).Select(c => (gender[Number(c[0]) - 1], gender[Number(c[1]) - 1])))
        {
            contacts[a, b]++;
            contacts[b, a]++;
        }

        var white = new MixingMatrix(contacts);
        white.Assortativity.ShouldBe(0.180124, 1e-6);
        white.Freeman([gender.Count(g => g == 0), gender.Count(g => g == 1)]).ShouldBe(0.26, 0.005);
    }

    [Fact]
    public void Sums_bound_what_they_cannot_tell()
    {
        JointBounds.Of([6, 3], [5, 1], [10, 3]).ShouldBe((2, 6)); // 6 + 5 − 10 = 1 and 3 + 1 − 3 = 1; 5 and 1
        var (low, high) = CrossShareBounds.Of([new(0, [3, 1], Undeclared: 2)])!.Value; // 15 pairs; 5 and 1: 10 + 0 alike; 3 and 3: 6
        low.ShouldBe(5 / 15.0, 1e-12);
        high.ShouldBe(9 / 15.0, 1e-12);
        CrossShareBounds.Of([new(0, [4, 4])])!.Value.ShouldBe((16 / 28.0, 16 / 28.0));
    }

    [Fact]
    public void Bounds_of_the_undeclared_are_those_of_every_assignment() => Prop.ForAll(Tables, Gen.Choose(0, 4).ToArbitrary(), (counts, undeclared) =>
    {
        var counted = counts[0];
        if (counted.Sum() + undeclared < 2) return;
        var all = Ways(undeclared, counted.Length).Select(w => CoPresence.Of(new([counted.Zip(w, (a, b) => a + b).ToArray()])).Share).ToList();
        var (low, high) = CrossShareBounds.Of([new(0, counted, undeclared)])!.Value;
        low.ShouldBe(all.Min(), 1e-12);
        high.ShouldBe(all.Max(), 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_place_is_measured_against_who_lives_around_it()
    {
        var alone = MixingPotential.Of([6, 0], [90, 0]).Potential!;
        alone.ShouldBe(new(0, 0, 0)); // one group only within reach: nothing better was possible
        var best = MixingPotential.Of([3, 1], [50, 2]).Potential!; // the best is 2 and 2: 4 cross pairs of 6
        best.Observed.ShouldBe(0.5, 1e-12);
        best.Best.ShouldBe(4 / 6.0, 1e-12);
        best.Mirror.ShouldBe(100 / 1326.0, 1e-12);
        MixingPotential.Of([3, 1], [50, 1]).Potential!.Best.ShouldBe(0.5, 1e-12); // a single one within reach: 3 and 1 is the best
        MixingPotential.Of([1, 0], [9, 9]).Why.ShouldBe(new(TooFew.People, 1, 2));
    }

    private static MixingMatrix Matrix(int size, Func<int, int, double> of)
    {
        var contacts = new double[size, size];
        for (var g = 0; g < size; g++) for (var h = 0; h < size; h++) contacts[g, h] = of(g, h);
        return new(contacts);
    }

    private static IEnumerable<int[]> Ways(int people, int groups) => groups == 1 ? [[people]]
        : Enumerable.Range(0, people + 1).SelectMany(first => Ways(people - first, groups - 1).Select(rest => (int[])[first, .. rest]));

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]]
        : Enumerable.Range(0, items.Length).SelectMany(k => Orders([.. items[..k], .. items[(k + 1)..]]).Select(o => (int[])[items[k], .. o]));

    private static int[] Counted(int[] people) => [people.Count(p => p == 0), people.Count(p => p == 1), people.Count(p => p == 2)];

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static void Same(double a, double b) => (double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-9).ShouldBeTrue($"{a} and {b}");
}
