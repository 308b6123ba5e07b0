using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>
/// The words by which filters find an occasion in the full-text index, one letter per list. They start with « qz » so that a database administrator
/// who reads the index cannot take them for French; they live in a column (SQLite) or a weight (PostgreSQL) of their own, out of reach of what people type.
/// </summary>
internal static class OccasionTags
{
    public const string Saturday = "qzosat";
    public const string Sunday = "qzosun";
    public const string Evening = "qzoeve";
    public const string August = "qzoaug";
    public const string PublicHolidays = "qzoph";
    public const string Itinerant = "qziti";

    public static string Kind(OccasionKind kind) => Tag('k', EnumWords.Write(kind));

    public static string Type(string code) => Tag('t', code);

    public static string Field(string code) => Tag('f', code);

    public static string Audience(string code) => Tag('a', code);

    public static string Tie(string code) => Tag('r', code);

    public static string Access(string code) => Tag('l', code);

    public static string Cost(Cost cost) => Tag('c', EnumWords.Write(cost));

    public static string Openness(Openness openness) => Tag('w', EnumWords.Write(openness));

    public static string Carrier(Carrier carrier) => Tag('p', EnumWords.Write(carrier));

    public static string Open(OpenWhen when) => when switch
    {
        OpenWhen.Saturday => Saturday,
        OpenWhen.Sunday => Sunday,
        OpenWhen.Evening => Evening,
        OpenWhen.August => August,
        OpenWhen.Holidays => PublicHolidays,
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, "Open now changes by the minute: no tag says it."),
    };

    public static IEnumerable<string> Of(Occasion occasion, OpenWeek week)
    {
        yield return Kind(occasion.Kind);
        yield return Type(occasion.Type);
        yield return Cost(occasion.Cost);
        foreach (var code in occasion.Fields) yield return Field(code);
        foreach (var code in occasion.Audiences) yield return Audience(code);
        foreach (var code in occasion.Ties) yield return Tie(code);
        foreach (var code in occasion.Access) yield return Access(code);
        if (occasion.Openness is { } openness) yield return Openness(openness);
        if (occasion.Carrier is { } carrier) yield return Carrier(carrier);
        if (occasion.Itinerant) yield return Itinerant;
        if (week.Saturday) yield return Saturday;
        if (week.Sunday) yield return Sunday;
        if (week.Evening) yield return Evening;
        if (week.August) yield return August;
        if (week.PublicHolidays) yield return PublicHolidays;
    }

    private static string Tag(char list, string code) => $"qz{list}{code.Replace("-", "", StringComparison.Ordinal)}";
}
