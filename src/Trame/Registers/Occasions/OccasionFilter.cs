using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>One filter that is a list of words: how it is called in a link, which words it takes, and how the screen says each (<c>occasions.{list}.{code}</c>).</summary>
public sealed class OccasionFilter
{
    private readonly Func<OccasionQuery, IEnumerable<string>> _read;
    private readonly Func<OccasionQuery, IReadOnlyList<string>, OccasionQuery> _write;
    private readonly IReadOnlyDictionary<string, string> _french;

    private OccasionFilter(string name, string list, IEnumerable<string> codes, Func<OccasionQuery, IEnumerable<string>> read, Func<OccasionQuery, IReadOnlyList<string>, OccasionQuery> write, IReadOnlyDictionary<string, string>? french = null)
    {
        (Name, List, Codes, _read, _write) = (name, list, [.. codes], read, write);
        _french = french ?? new Dictionary<string, string>();
    }

    /// <summary>In the link: « domaine ».</summary>
    public string Name { get; }

    /// <summary>In the texts: « fields ».</summary>
    public string List { get; }
    public IReadOnlyList<string> Codes { get; }

    public static IReadOnlyList<OccasionFilter> All { get; } =
    [
        new("nature", "kind", EnumWords.Words<OccasionKind>(), q => q.Kinds.Select(EnumWords.Write), (q, v) => q with { Kinds = Enums<OccasionKind>(v) },
            new Dictionary<string, string> { ["place"] = "lieu", ["moment"] = "moment", ["project"] = "projet" }),
        new("type", "type", Vocabulary.Types.Values.SelectMany(t => t).Distinct(), q => q.Types, (q, v) => q with { Types = v }),
        new("domaine", "fields", Vocabulary.Fields, q => q.Fields, (q, v) => q with { Fields = v }),
        new("public", "audiences", Vocabulary.Audiences, q => q.Audiences, (q, v) => q with { Audiences = v }),
        new("lien", "ties", Vocabulary.Ties, q => q.Ties, (q, v) => q with { Ties = v }),
        new("acces", "access", Vocabulary.Access, q => q.Access, (q, v) => q with { Access = v }),
        new("porteur", "carrier", EnumWords.Words<Carrier>(), q => q.Carriers.Select(EnumWords.Write), (q, v) => q with { Carriers = Enums<Carrier>(v) }),
        new("entree", "openness", EnumWords.Words<Openness>(), q => q.Openness.Select(EnumWords.Write), (q, v) => q with { Openness = Enums<Openness>(v) }),
        new("ouvert", "open", EnumWords.Words<OpenWhen>(), q => q.Open.Select(EnumWords.Write), (q, v) => q with { Open = Enums<OpenWhen>(v) },
            new Dictionary<string, string> { ["now"] = "maintenant", ["saturday"] = "samedi", ["sunday"] = "dimanche", ["evening"] = "soir", ["august"] = "aout", ["holidays"] = "feries" }),
        new("etape", "stage", Vocabulary.Stages, q => q.Stages, (q, v) => q with { Stages = v },
            new Dictionary<string, string> { ["idea"] = "idee", ["supported"] = "soutenu", ["contracted"] = "contrat", ["running"] = "en-cours", ["done"] = "termine", ["stopped"] = "arrete" }),
        new("manque", "wanted", Vocabulary.Wants, q => q.Wanted, (q, v) => q with { Wanted = v },
            new Dictionary<string, string> { ["hands"] = "bras", ["skill"] = "savoir-faire", ["thing"] = "choses", ["money"] = "argent", ["premises"] = "local" }),
        new("etat", "status", ["open", "paused", "over", "closed"], q => q.Statuses.Select(EnumWords.Write), (q, v) => q with { Statuses = Enums<OccasionStatus>(v) },
            new Dictionary<string, string> { ["open"] = "ouvert", ["paused"] = "pause", ["over"] = "passe", ["closed"] = "ferme" }),
    ];

    public static OccasionFilter Named(string name) => All.First(f => f.Name == name);

    public IReadOnlyList<string> Chosen(OccasionQuery query) => [.. _read(query)];

    /// <summary>The same search with these words, in the order of the list.</summary>
    public OccasionQuery Choose(OccasionQuery query, IEnumerable<string> codes) => _write(query, [.. Codes.Where(codes.Contains)]);

    /// <summary>The same search with one word more or one less, from its first page.</summary>
    public OccasionQuery Toggle(OccasionQuery query, string code)
    {
        var chosen = Chosen(query);
        return Choose(query with { Cursor = null }, chosen.Contains(code) ? chosen.Where(c => c != code) : chosen.Append(code));
    }

    /// <summary>The word in the link.</summary>
    public string Word(string code) => _french.GetValueOrDefault(code, code);

    /// <summary>The code of a word of a link; null when it means nothing here.</summary>
    public string? CodeOf(string word) => Codes.FirstOrDefault(c => string.Equals(Word(c), word, StringComparison.OrdinalIgnoreCase));

    private static List<T> Enums<T>(IReadOnlyList<string> codes) where T : struct, Enum => [.. codes.Select(EnumWords.Read<T>)];
}
