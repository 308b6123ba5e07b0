using Trame.Engines.Indicators.Costs;

namespace Trame.Engines.Tests.Indicators;

public sealed class AvoidedCostsTests
{
    private static Hypothesis Known(string key, double value) => new(key, HypothesisLaw.Known, value, value, value, "devis");

    private static Hypothesis Between(string key, double low, double high) => new(key, HypothesisLaw.Uniform, low, (low + high) / 2, high, "entretien");

    [Fact]
    public void One_uniform_hypothesis_gives_its_own_quantiles()
    {
        var estimate = AvoidedCosts.Of([Between("jours", 10, 30), Known("prix", 100), Known("dépense", 2500)], [new("journées évitées", false, ["jours", "prix"]), new("poste", true, ["dépense"])], 50_000);
        estimate.Net.Median.ShouldBe(-500, 30); // 20 × 100 − 2,500
        estimate.Net.P10.ShouldBe(-1300, 30);
        estimate.Net.P97_5.ShouldBe(450, 30);
        estimate.ChanceOfGain.ShouldBe(0.25, 0.01); // above 25 days
        var days = estimate.Tornado[0];
        (days.Key, days.IsWithin).ShouldBe(("jours", true));
        days.AtLow.ShouldBe(-1300, 1e-6);
        days.AtHigh.ShouldBe(300, 1e-6);
        days.BreakEven!.Value.ShouldBe(25, 1e-6);
        var price = estimate.Tornado.Single(t => t.Key == "prix");
        (price.BreakEven!.Value, price.IsWithin).ShouldSatisfyAllConditions(p => p.Item1.ShouldBe(125, 1e-6), p => p.IsWithin.ShouldBeFalse());
        days.First.ShouldBe(1, 1e-6);
        price.Total.ShouldBe(0);
    }

    [Fact]
    public void Variance_is_shared_as_for_a_sum_and_for_a_product()
    {
        var sum = AvoidedCosts.Of([Between("a", 0, 1), Between("b", 0, 2), Known("un", 1)], [new("a", false, ["a"]), new("b", false, ["b"]), new("c", true, ["un"])], 100_000);
        sum.Tornado.Single(t => t.Key == "a").First.ShouldBe(0.2, 0.02); // 1 : 4
        sum.Tornado.Single(t => t.Key == "b").Total.ShouldBe(0.8, 0.02);
        var product = AvoidedCosts.Of([Between("a", 0, 1), Between("b", 0, 1)], [new("ab", false, ["a", "b"])], 100_000);
        product.Tornado.ShouldAllBe(t => Math.Abs(t.First - (3 / 7.0)) < 0.02 && Math.Abs(t.Total - (4 / 7.0)) < 0.02); // (1/48, 1/48, 1/144)
    }

    [Fact]
    public void Years_are_added_and_discounted()
    {
        var three = AvoidedCosts.Of([Known("montant", 100), Known("ans", 2.5), Known("taux", 0.25)], [new("par an", false, ["montant"], "ans", "taux")], 1000);
        three.Net.Median.ShouldBe(100 * (1 + (1 / 1.25) + (0.5 / 1.5625)), 1e-9);
        three.Net.P2_5.ShouldBe(three.Net.P97_5);
    }

    [Fact]
    public void Laws_have_their_quantiles()
    {
        double Median(Hypothesis h) => AvoidedCosts.Of([h], [new("x", false, [h.Key])], 100_000).Net.Median;
        Median(new("t", HypothesisLaw.Triangular, 0, 2, 10, "s")).ShouldBe(10 - Math.Sqrt(0.5 * 10 * 8), 0.05);
        Median(new("p", HypothesisLaw.Pert, 0, 5, 10, "s")).ShouldBe(5, 0.05);
        Median(new("l", HypothesisLaw.LogNormal, 1, 0, 100, "s")).ShouldBe(10, 0.3);
        var wide = AvoidedCosts.Of([new("l", HypothesisLaw.LogNormal, 1, 0, 100, "s")], [new("x", false, ["l"])], 100_000).Net;
        wide.P10.ShouldBe(Math.Exp(Math.Log(10) - (1.2815515655 * Math.Log(100) / (2 * 1.6448536270))), 0.15);
    }

    [Fact]
    public void A_hypothesis_without_source_and_other_slips_are_refused()
    {
        void Refused(Hypothesis[] h, params AmountLine[] l) => Should.Throw<ArgumentException>(() => AvoidedCosts.Of(h, l));
        Refused([Known("a", 1) with { Source = " " }], new AmountLine("x", false, ["a"]));
        Refused([Known("a", 1), Known("a", 2)], new AmountLine("x", false, ["a"]));
        Refused([Known("a", 1), Known("b", 2)], new AmountLine("x", false, ["a"]));
        Refused([Between("a", 2, 1)], new AmountLine("x", false, ["a"]));
        Refused([Between("a", 1, 1)], new AmountLine("x", false, ["a"]));
        Refused([Known("a", double.NaN)], new AmountLine("x", false, ["a"]));
        Refused([Known("a", 1)], new AmountLine("x", false, ["b"]));
        Refused([Known("a", 1)]);
        Refused([new("l", HypothesisLaw.LogNormal, 0, 0, 1, "s")], new AmountLine("x", false, ["l"]));
        Refused([Known("a", 1), Known("d", 1000)], new AmountLine("x", false, ["a"], "d"));
    }
}
