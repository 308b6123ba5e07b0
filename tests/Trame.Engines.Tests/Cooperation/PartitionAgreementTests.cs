using Trame.Engines.Cooperation;

namespace Trame.Engines.Tests.Cooperation;

public sealed class PartitionAgreementTests
{
    [Theory]
    [InlineData("karate", 0.588, 0.465), InlineData("lfr_250_mu0.1", 0.986, 0.982), InlineData("lfr_1000_mu0.3", 0.939, 0.860), InlineData("lfr_5000_mu0.4", 0.773, 0.341), InlineData("sbm_2000_w", 0.9986, 0.9989)]
    public void Against_the_truth_as_the_reference_says(string name, double nmi, double rand)
    {
        var agreement = PartitionAgreement.Of(Graphs.Division($"{name}.truth"), Graphs.Division($"{name}.leiden_modularity"));
        agreement.Nmi.ShouldBe(nmi, 6e-4);
        agreement.Rand.ShouldBe(rand, 6e-4);
    }

    [Fact]
    public void By_hand() // I = ln 2 × 2/3, H = ln 2 and ln 3
    {
        var agreement = PartitionAgreement.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]);
        agreement.Nmi.ShouldBe(2 * (2 / 3.0 * Math.Log(2)) / (Math.Log(2) + Math.Log(3)), 1e-12);
        agreement.Rand.ShouldBe(0.2424, 1e-4);
    }

    [Fact]
    public void What_chance_shares_is_the_mean_over_every_order_of_the_nodes()
    {
        int[] first = [0, 0, 0, 1, 1, 2, 2], second = [0, 1, 1, 1, 2, 2, 0];
        var shared = Orders(7).Average(order => Information(first, [.. order.Select(n => second[n])]));
        var mean = (Information(first, first) + Information(second, second)) / 2;
        PartitionAgreement.Of(first, second).Ami.ShouldBe((Information(first, second) - shared) / (mean - shared), 1e-9);
    }

    [Fact]
    public void The_same_division_agrees_wholly_whatever_its_names()
    {
        PartitionAgreement.Of([3, 3, 1, 0], [0, 0, 2, 9]).ShouldBe(new(1, 1, 1));
        PartitionAgreement.Of([0, 0, 0], [5, 5, 5]).ShouldBe(new(1, 1, 1));
        PartitionAgreement.Of([0, 0, 0, 0], [0, 1, 2, 3]).Ami.ShouldBe(0, 1e-12);
        Should.Throw<ArgumentException>(() => PartitionAgreement.Of([0], [0, 1]));
    }

    private static double Information(int[] a, int[] b)
    {
        double n = a.Length;
        return a.Zip(b).GroupBy(p => p).Sum(g => g.Count() / n * Math.Log(n * g.Count() / (a.Count(x => x == g.Key.First) * (double)b.Count(y => y == g.Key.Second))));
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0 ? [[]] : Orders(count - 1).SelectMany(o => Enumerable.Range(0, count).Select(at => (int[])[.. o[..at], count - 1, .. o[at..]]));
}
