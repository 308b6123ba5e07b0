using System.Globalization;
using System.Text.Json;
using Trame.Observe.Indicators;

namespace Trame.Tests.Observe.Indicators;

public sealed class ReferenceValuesTests
{
    private static readonly ReferenceValues Shipped = ReferenceValues.Shipped();

    [Fact] public void The_forty_two_values_of_the_documents_are_there_once_each()
    {
        Shipped.Values.Count.ShouldBe(42);
        Shipped.Values.Select(v => v.Key).ShouldBeUnique();
    }

    [Fact] public void Each_says_who_where_when_according_to_whom_and_what_it_does_not_say()
    {
        foreach (var value in Shipped.Values)
        {
            foreach (var said in (object[])[value.What, value.Population, value.Place, value.Date, value.Caveat])
                ((Trame.Foundation.Ui.InBothLanguages)said).ShouldSatisfyAllConditions(s => s.Fr.ShouldNotBeNullOrWhiteSpace(value.Key), s => s.En.ShouldNotBeNullOrWhiteSpace(value.Key));
            value.Figures.ShouldNotBeEmpty(value.Key);
            Shipped.DocumentOf(value).Title.Fr.ShouldNotBeNullOrWhiteSpace();
            Shipped.Themes.ShouldContain(t => t.Key == value.Theme, value.Key);
            ReferenceValue.Scales.ShouldContain(value.Scale, value.Key);
            value.Figures.ShouldAllBe(f => ReferenceFigure.Signs.Contains(f.Sign) && f.Unit.Fr != "" && f.Unit.En != "");
        }
    }

    [Fact] public void A_date_is_a_year_or_says_that_there_is_none() =>
        Shipped.Values.ShouldAllBe(v => v.IsUndated || v.Date.Fr.Any(char.IsDigit));

    [Fact] public void A_value_is_only_comparable_with_an_indicator_that_exists() =>
        Shipped.Values.Where(v => v.Measures is not null).ShouldAllBe(v => Indicator.Named(v.Measures!) != null);

    [Fact] public void Two_values_that_disagree_name_each_other_with_the_same_words()
    {
        var disagreeing = Shipped.Values.Where(v => v.DiffersFrom is not null).ToList();
        disagreeing.ShouldNotBeEmpty();
        foreach (var value in disagreeing)
        {
            var other = Shipped.Named(value.DiffersFrom).ShouldNotBeNull();
            other.DiffersFrom.ShouldBe(value.Key);
            other.Disagreement.ShouldBe(value.Disagreement.ShouldNotBeNull());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"population\": { \"fr\": \"x\", \"en\": \"x\" },")]
    public void A_row_without_population_is_not_read(string population)
    {
        var row = $$"""
            { "documents": [], "themes": [], "values": [ { "key": "k", "theme": "t", "country": "FR", "scale": "national", "figures": [], "what": { "fr": "x", "en": "x" }, {{population}}
              "place": { "fr": "x", "en": "x" }, "date": { "fr": "2020", "en": "2020" }, "year": 2020, "source": null, "document": "d", "caveat": { "fr": "x", "en": "x" } } ] }
            """;
        if (population.Length == 0) Should.Throw<JsonException>(() => ReferenceValues.Read(row));
        else ReferenceValues.Read(row).Values.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("isolement-extreme", "environ 750\u202F000\u00A0personnes")]
    [InlineData("part-des-subventions", "\u221241\u00A0%")]
    [InlineData("renoncement-sans-aide", "plus de 30\u00A0%")]
    [InlineData("gem-subvention", "au plus 75\u202F000\u00A0€ par an")]
    [InlineData("temps-d-un-dirigeant", "de 0,33 à 0,5\u00A0d’un temps plein")]
    public void Said_as_the_source_is_sure_of_it(string key, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        Shipped.Named(key)!.Figures[0].Words(CultureInfo.GetCultureInfo("fr-FR")).ShouldBe(said);
        CultureInfo.CurrentUICulture = before;
    }

    [Theory]
    [InlineData("benevole", "benevoles-associations")]
    [InlineData("BRUXELLES alphabétisation", "cocof-femmes")]
    [InlineData("drees", "cohesion-jugee-faible")]
    public void Found_whatever_the_accents_and_plurals(string typed, string key) => Shipped.Find(typed, null).Select(v => v.Key).ShouldContain(key);

    [Fact] public void A_theme_and_a_word_are_asked_together() =>
        Shipped.Find("lyon", "entraide").ShouldAllBe(v => v.Theme == "entraide");

    [Fact] public void A_measure_eleven_years_old_is_old_one_of_ten_is_not()
    {
        var value = Shipped.Named("renoncement-2021")!;
        (value.IsOld(2031), value.IsOld(2032)).ShouldBe((false, true));
    }
}
