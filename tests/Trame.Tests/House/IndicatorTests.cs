using Trame.Foundation.Ui;
using Trame.Observe.Indicators;

namespace Trame.Tests.House;

/// <summary>R10: no figure without what it means, how it is computed, where it comes from and what it lacks, in both languages.</summary>
public sealed class IndicatorTests
{
    private static readonly string[] Parts = ["name", "definition", "formula", "source", "gaps"];

    [Fact]
    public void Every_indicator_says_its_five_texts() => Missing(Indicator.All).ShouldBeEmpty();

    [Fact]
    public void An_indicator_without_its_texts_is_caught() => Missing([new Indicator("personne-ne-sait", "indicators.unit.km", "better", false)]).Count().ShouldBe(10);

    [Fact]
    public void Every_indicator_has_a_unit_and_a_direction_in_words() => Indicator.All.SelectMany(i => (string[])[i.Unit, $"indicators.more.{i.MoreIs}"]).Where(k => !Texts.Has(k)).ShouldBeEmpty();

    private static IEnumerable<string> Missing(IEnumerable<Indicator> indicators) =>
        from indicator in indicators
        from part in Parts
        from language in Texts.Known
        let key = $"indicators.{indicator.Key}.{part}"
        where !Texts.Keys(language).Contains(key)
        select $"{language}: {key}";
}
