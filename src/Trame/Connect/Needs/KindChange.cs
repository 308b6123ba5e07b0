using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.Needs;

/// <summary>What a space says differently from the kinds that come with Trame: another name, a kind of its own, one it retires. Holds: a kind has a name in both languages.</summary>
public sealed class KindChange : IVersioned
{
    public const int NameLength = 60;

    private KindChange() { }

    public KindChange(string key) => Key = key;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Key { get; private set; } = "";
    public string French { get; private set; } = "";
    public string English { get; private set; } = "";
    public string FrenchMoment { get; private set; } = "";
    public string EnglishMoment { get; private set; } = "";
    public bool Together { get; private set; }
    public bool IsRetired { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Say(string french, string english, string frenchMoment, string englishMoment, bool together, bool retired)
    {
        var refusals = new List<Refusal>();
        foreach (var (name, field) in (IReadOnlyList<(string, string)>)[(french, "French"), (english, "English")])
            if (Blank.Is(name)) refusals.Add(new("needs.kind.no-name", field));
        foreach (var (name, field) in (IReadOnlyList<(string, string)>)[(french, "French"), (english, "English"), (frenchMoment, "FrenchMoment"), (englishMoment, "EnglishMoment")])
            if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", field, $"{NameLength}", $"{name.Trim().Length}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (French, English, FrenchMoment, EnglishMoment, Together, IsRetired) = (french.Trim(), english.Trim(), frenchMoment.Trim(), englishMoment.Trim(), together, retired);
        return Outcome.Done;
    }
}
