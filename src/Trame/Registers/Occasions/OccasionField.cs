using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>
/// One thing that can be said of an occasion. Forms, proposals, history, sources, imports and exports all speak through these, as text in one
/// canonical form, so that a field is defined once. Words on screen: <c>occasions.field.{key}</c> and <c>occasions.hint.{key}</c>.
/// </summary>
public sealed class OccasionField
{
    private readonly Func<Occasion, string> _read;
    private readonly Action<Occasion, string> _write;

    internal OccasionField(string key, FieldShape shape, Func<Occasion, string> read, Action<Occasion, string> write) =>
        (Key, Shape, _read, _write) = (key, shape, read, write);

    public string Key { get; }
    public FieldShape Shape { get; }
    public int MaxLength { get; init; } = 200;
    public bool Required { get; init; }
    public IReadOnlyList<OccasionKind> Kinds { get; init; } = [OccasionKind.Place, OccasionKind.Moment, OccasionKind.Project];

    /// <summary>The closed list of a choice; null when it depends on the kind (see <see cref="Vocabulary.Types"/>).</summary>
    public IReadOnlyList<string>? List { get; init; }

    /// <summary>Sentences of one's own, where somebody might be spoken of (R4); not a name on a door nor an address.</summary>
    public bool IsFreeText => Shape == FieldShape.Text || (Shape == FieldShape.Line && Key is not ("name" or "address" or "postal-code" or "nearest-stop"));

    public static IReadOnlyList<OccasionField> All => OccasionFields.All;

    public static OccasionField Named(string key) => Find(key) ?? throw new ArgumentException($"No field is named '{key}'.", nameof(key));

    public static OccasionField? Find(string key) => OccasionFields.ByKey.GetValueOrDefault(key);

    public static IEnumerable<OccasionField> For(OccasionKind kind) => All.Where(f => f.Kinds.Contains(kind));

    public IReadOnlyList<string> Words(OccasionKind kind) => List ?? (Key == "type" ? Vocabulary.Types[kind] : []);

    /// <summary>The value shown, in canonical form; empty when nobody has said anything.</summary>
    public string Read(Occasion occasion) => _read(occasion);

    /// <summary>Would this be accepted? Gives the canonical form when it is.</summary>
    public Outcome Check(Occasion occasion, string value, out string canonical)
    {
        canonical = "";
        if (!Kinds.Contains(occasion.Kind)) return new Refusal("occasions.field.other-kind", Key);
        return FieldText.Check(this, occasion.Kind, value, out canonical);
    }

    internal Outcome Write(Occasion occasion, string value)
    {
        var outcome = Check(occasion, value, out var canonical);
        if (outcome.Accepted) _write(occasion, canonical);
        return outcome;
    }
}
