using Trame.Foundation.Text;

namespace Trame.Registers.Sources;

/// <summary>An address as it is compared: its number, and its words with the kinds of street written out and the articles left out.</summary>
internal sealed record AddressWords(string Number, IReadOnlyList<(string Word, double Weight)> Street)
{
    private static readonly HashSet<string> Empty = ["de", "du", "des", "la", "le", "les", "et", "en", "au", "aux", "a", "d", "l", "bis", "ter", "cedex", "bp", "cs"];

    private static readonly Dictionary<string, string> Whole = new()
    {
        ["av"] = "avenue", ["ave"] = "avenue", ["bd"] = "boulevard", ["bld"] = "boulevard", ["boul"] = "boulevard", ["pl"] = "place", ["imp"] = "impasse", ["che"] = "chemin", ["chem"] = "chemin", ["rte"] = "route", ["all"] = "allee", ["sq"] = "square",
        ["st"] = "saint", ["ste"] = "sainte", ["gal"] = "general", ["mal"] = "marechal", ["dr"] = "docteur", ["pdt"] = "president", ["r"] = "rue", ["fg"] = "faubourg", ["fbg"] = "faubourg", ["qu"] = "quai", ["res"] = "residence",
    };

    private static readonly HashSet<string> Kinds = ["rue", "avenue", "boulevard", "place", "impasse", "chemin", "route", "allee", "square", "quai", "cours", "faubourg", "bourg", "lieu", "dit", "zone", "residence"];

    public static AddressWords Of(string address)
    {
        var tokens = FrenchTokens.Tokens(address);
        var number = tokens.FirstOrDefault(t => char.IsAsciiDigit(t[0]) && t.Length <= 4) ?? "";
        return new(new string([.. number.TakeWhile(char.IsAsciiDigit)]), [.. tokens.Where(t => !char.IsAsciiDigit(t[0]) && !Empty.Contains(t)).Select(t => Whole.GetValueOrDefault(t, t)).Distinct().Select(w => (w, Kinds.Contains(w) ? 0.3 : 1.0))]);
    }

    /// <summary>From 0 to 1; null where one says nothing.</summary>
    public double? Likeness(AddressWords other)
    {
        if (Street.Count == 0 || other.Street.Count == 0) return null;
        var street = WordLikeness.OfLists(Street, other.Street);
        if (Number.Length == 0 || other.Number.Length == 0) return street * 0.9;
        return Number == other.Number ? street : street * 0.6;
    }
}
