namespace Trame.Registers.Occasions;

/// <summary>The order in which a form asks: the essential first, then what helps people come.</summary>
public static class FieldGroups
{
    private static readonly string[] Essentials = ["name", "type", "territory", "address", "summary", "lasting-reason", "hours", "starts-on", "starts-at", "duration", "recurrence", "phone"];

    private static readonly (string Key, string[] Fields)[] Groups =
    [
        ("what", ["description", "offers", "carrier", "organisation", "fields", "ties", "capacity"]),
        ("where", ["postal-code", "latitude", "longitude", "how-to-come", "nearest-stop", "itinerant", "stops"]),
        ("when", ["hours-note", "ends-on"]),
        ("whom", ["audiences", "openness", "conditions", "cost", "cost-note"]),
        ("access", ["access", "acceslibre"]),
        ("contact", ["email", "website"]),
        ("together", ["partners", "risks"]),
        ("learned", ["tried", "learned", "helped"]),
        ("story", ["story", "story-easy", "story-consent"]),
    ];

    /// <summary>What one is asked first; nothing else is needed to propose.</summary>
    public static IReadOnlyList<OccasionField> Essential(OccasionKind kind) => Those(kind, Essentials);

    /// <summary>« En dire plus »: the rest, in groups with their keys.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyList<OccasionField> Fields)> More(OccasionKind kind) =>
        [.. Groups.Select(g => (g.Key, Those(kind, g.Fields))).Where(g => g.Item2.Count > 0)];

    private static IReadOnlyList<OccasionField> Those(OccasionKind kind, string[] keys) => [.. keys.Select(OccasionField.Named).Where(f => f.Kinds.Contains(kind))];
}
