using System.Collections;
using System.Globalization;
using System.Resources;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

/// <summary>The sentences of the folder under test.</summary>
internal static class GeoTexts
{
    private static readonly ResourceManager Texts = new("Trame.Foundation.Geo.Texts", typeof(GeoJsonReader).Assembly);

    public static HashSet<string> All { get; } = Keys("");

    public static HashSet<string> Keys(string culture) =>
        [.. Texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];

    public static string Of(GeoError error, string culture) =>
        string.Format(CultureInfo.GetCultureInfo(culture), Texts.GetString(error.TextKey, CultureInfo.GetCultureInfo(culture))!, [.. error.Args]);
}
