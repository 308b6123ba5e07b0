using System.Text.RegularExpressions;
using static Trame.Tests.Foundation.Geo.GeoJson;

namespace Trame.Tests.Foundation.Geo;

public sealed class GeoTextsTests
{
    [Fact]
    public void English_has_the_keys_of_French() => GeoTexts.Keys("en").ShouldBe(GeoTexts.All, ignoreOrder: true);

    [Fact]
    public void A_refusal_reads_as_a_sentence_in_both_languages()
    {
        var error = Refused(Feature("""{"type":"Point","coordinates":[46.5662,3.3327]}"""));
        GeoTexts.Of(error, "fr").ShouldStartWith("Ligne 1, élément n° 1 : la latitude et la longitude semblent inversées : [46.5662, 3.3327].");
        Regex.IsMatch(GeoTexts.Of(error, "en"), @"^Line 1, feature 1: latitude .*\[3\.3327, 46\.5662\]").ShouldBeTrue();
    }
}
