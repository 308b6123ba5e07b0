using System.Text.Json.Serialization;

namespace Trame.Act.Dispositifs;

/// <summary>A way of doing things together as one file tells it: who sits, in what order, with what papers and money, what it refuses. Words in French, as its authors wrote them.</summary>
public sealed record Dispositif
{
    [JsonPropertyName("cle")] public required string Key { get; init; }
    [JsonPropertyName("nom")] public required string Name { get; init; }
    [JsonPropertyName("resume")] public required string Summary { get; init; }
    [JsonPropertyName("pays")] public required string Country { get; init; }
    [JsonPropertyName("lieu")] public string Place { get; init; } = "";
    [JsonPropertyName("annees")] public Span? Years { get; init; }
    [JsonPropertyName("sources")] public required IReadOnlyList<Source> Sources { get; init; }
    [JsonPropertyName("briques")] public required IReadOnlyList<string> Primitives { get; init; }
    [JsonPropertyName("roles")] public IReadOnlyList<Role> Roles { get; init; } = [];
    [JsonPropertyName("instances")] public IReadOnlyList<Body> Bodies { get; init; } = [];
    [JsonPropertyName("phases")] public required IReadOnlyList<Phase> Phases { get; init; }
    [JsonPropertyName("pieces")] public IReadOnlyList<Document> Documents { get; init; } = [];
    [JsonPropertyName("montants")] public IReadOnlyList<Amount> Amounts { get; init; } = [];
    [JsonPropertyName("regles")] public IReadOnlyList<AmountRule> Rules { get; init; } = [];
    [JsonPropertyName("vocabulaire")] public IReadOnlyDictionary<string, string> Vocabulary { get; init; } = new Dictionary<string, string>();
    [JsonPropertyName("chiffres")] public IReadOnlyList<Figure> Figures { get; init; } = [];
    [JsonPropertyName("refus")] public IReadOnlyList<string> Refusals { get; init; } = [];
    [JsonPropertyName("rapport")] public IReadOnlyList<string> Report { get; init; } = [];

    /// <param name="To">Null while it goes on, or when its end is not known.</param>
    public sealed record Span([property: JsonPropertyName("debut")] int? From, [property: JsonPropertyName("fin")] int? To);

    public sealed record Source([property: JsonPropertyName("titre")] string Title, [property: JsonPropertyName("annee")] int? Year, [property: JsonPropertyName("lien")] string? Link);

    public sealed record Role([property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("fait")] string Does);

    /// <summary>Who must sit before something is decided.</summary>
    /// <param name="From">The phase at whose end it must be complete; the first one when null.</param>
    public sealed record Body([property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("des")] string? From,
        [property: JsonPropertyName("total-max")] int? Most, [property: JsonPropertyName("sieges")] IReadOnlyList<Seats> Seats);

    /// <param name="Most">Null: as many as wanted.</param>
    /// <param name="Share">At least this part of all who sit, 0 to 1.</param>
    /// <param name="Chosen">How they are chosen, in words.</param>
    public sealed record Seats([property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("min")] int Least,
        [property: JsonPropertyName("max")] int? Most, [property: JsonPropertyName("part-min")] double? Share, [property: JsonPropertyName("designation")] string? Chosen);

    /// <param name="Months">How long it may last; null: as long as needed.</param>
    /// <param name="LeastMonths">How long it must last at least.</param>
    public sealed record Phase([property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("mois")] int? Months,
        [property: JsonPropertyName("mois-min")] int? LeastMonths, [property: JsonPropertyName("pieces")] IReadOnlyList<string>? Documents, [property: JsonPropertyName("prolongation")] Extension? Extension);

    /// <param name="Only">The only reason for which it may be asked.</param>
    public sealed record Extension([property: JsonPropertyName("mois")] int Months, [property: JsonPropertyName("motif")] string Only);

    public sealed record Document([property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name);

    public sealed record Amount([property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("unite")] string Unit);

    /// <summary>What the money (or the hours) must obey: the sum of some lines, alone or as a part of others, between two bounds.</summary>
    public sealed record AmountRule([property: JsonPropertyName("texte")] string Text, [property: JsonPropertyName("somme")] IReadOnlyList<string> Sum,
        [property: JsonPropertyName("dans")] IReadOnlyList<string>? Within, [property: JsonPropertyName("min")] decimal? Least, [property: JsonPropertyName("max")] decimal? Most);

    public sealed record Figure([property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("valeur")] decimal Value, [property: JsonPropertyName("unite")] string? Unit,
        [property: JsonPropertyName("annee")] int? Year, [property: JsonPropertyName("note")] string? Note);
}
