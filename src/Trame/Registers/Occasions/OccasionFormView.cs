namespace Trame.Registers.Occasions;

/// <summary>The form of a record: what is known or typed, and the lists it offers.</summary>
/// <param name="Values">By field key, canonical or as typed.</param>
public sealed record OccasionFormView(OccasionKind Kind, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Communes, IReadOnlyList<string> Organisations)
{
    /// <summary>When what is typed would happen next; null when nobody can tell yet.</summary>
    public IReadOnlyList<NodaTime.LocalDateTime>? Dates { get; init; }

    /// <summary>The hours and the rule as the form last showed them, to know which of the simple form and the text was changed.</summary>
    public string Value(string key) => Values.GetValueOrDefault(key, "");
}
