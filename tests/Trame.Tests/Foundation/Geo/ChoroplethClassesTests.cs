using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class ChoroplethClassesTests
{
    private static MapValue[] Numbers(params double[] numbers) => [.. numbers.Select(MapValue.Of)];

    [Fact]
    public void The_legend_of_the_mock_up()
    {
        MapValue[] values = [.. Numbers(0, 1, 2, 2, 3, 5, 6, 40), MapValue.Masked, MapValue.NoData, MapValue.NoData];
        var classes = ChoroplethClasses.Given(values, 3, 6);
        classes.Legend.ShouldBe(
        [
            new(MapClassKind.Zero, 0, 0, 0, true, 1),
            new(MapClassKind.Ramp, 1, 1, 2, true, 3),
            new(MapClassKind.Ramp, 2, 3, 5, true, 2),
            new(MapClassKind.Ramp, 4, 6, null, false, 2),
            new(MapClassKind.Masked, 0, 0, 0, true, 1),
            new(MapClassKind.NoData, 0, 0, 0, true, 2),
        ]);
        classes.Of(MapValue.Of(5)).Ramp.ShouldBe(2);
        classes.Of(MapValue.Masked).Kind.ShouldBe(MapClassKind.Masked);
    }

    [Fact]
    public void Quarters_of_eight_different_values()
    {
        var classes = ChoroplethClasses.Quantiles(Numbers(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5));
        classes.Legend.Select(c => (c.Ramp, c.From, c.To, c.Count)).ShouldBe([(1, 0.5, 2.5, 2), (2, 2.5, 4.5, 2), (3, 4.5, 6.5, 2), (4, 6.5, null, 2)]);
    }

    [Fact]
    public void Equal_values_are_one_class_and_no_value_is_none()
    {
        ChoroplethClasses.Quantiles(Numbers(3, 3, 3)).Legend.ShouldBe([new MapClass(MapClassKind.Ramp, 3, 3, null, false, 3)]);
        ChoroplethClasses.Quantiles([]).Legend.ShouldBeEmpty();
        ChoroplethClasses.Quantiles(Numbers(0, 0)).Legend.ShouldBe([new MapClass(MapClassKind.Zero, 0, 0, 0, true, 2)]);
    }

    [Fact]
    public void Every_value_has_its_entry_and_entries_grow_darker() => Prop.ForAll(Gen.Choose(-2, 30).ListOf().ToArbitrary(), numbers =>
    {
        var values = numbers.Select(n => n switch { -2 => MapValue.Masked, -1 => MapValue.NoData, _ => MapValue.Of(n / 2.0) }).ToList();
        var classes = ChoroplethClasses.Quantiles(values);
        var ramp = classes.Legend.Where(c => c.Kind == MapClassKind.Ramp).ToList();
        return classes.Legend.Sum(c => c.Count) == values.Count
            && values.GroupBy(classes.Of).All(g => g.Key.Count == g.Count())
            && values.Where(v => v.Number > 0).All(v => classes.Of(v) is var c && c.From <= v.Number && (c.To is null || v.Number < c.To || (c.IsToIncluded && v.Number == c.To)))
            && ramp.Zip(ramp.Skip(1)).All(p => p.First.Ramp < p.Second.Ramp && p.First.From < p.Second.From);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Breaks_that_make_no_sense_are_a_bug()
    {
        Should.Throw<ArgumentException>(() => ChoroplethClasses.Given(Numbers(1), 3, 2));
        Should.Throw<ArgumentException>(() => ChoroplethClasses.Given(Numbers(1), 1, 2, 3, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => MapValue.Of(-1));
    }
}
