using System.Text.RegularExpressions;
using Trame.Foundation.Ui;

namespace Trame.Tests.Foundation.Tables;

public sealed class TableTextsTests
{
    [Theory]
    [InlineData("tables.")]
    [InlineData("privacy.scan.")]
    public void Both_languages_say_the_same_things(string prefix)
    {
        var french = Keys("fr", prefix);
        french.ShouldNotBeEmpty();
        french.ShouldBe(Keys("en", prefix));
        foreach (var key in french) Holes(Texts.In("fr", key)).ShouldBe(Holes(Texts.In("en", key)), key);
    }

    private static List<string> Keys(string language, string prefix) =>
        [.. Texts.Keys(language).Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Holes(string text) => string.Concat(Regex.Matches(text, @"\{\d\}").Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal));
}
