namespace Trame.Connect.Needs;

/// <summary>What people ask for and offer: one word for both, so that they can meet. Neither a category of people nor a scheme.</summary>
/// <param name="Key">Its word in data and addresses.</param>
/// <param name="French">As people say it; in English beside it.</param>
/// <param name="FrenchMoment">What it is called once it is shared by several.</param>
/// <param name="Together">It is lived by several people, in a place: opportunities are looked for. Otherwise somebody answers it by hand.</param>
/// <param name="Useful">It renders a service to those around (S0-22: without a useful programme, no third place).</param>
/// <param name="Reserved">A space of one's own by choice: mixing is not sought, and nothing is held against it (S0-125).</param>
/// <param name="Hours">Length of a meeting, in hours.</param>
/// <param name="Least">Fewest people.</param>
/// <param name="Most">Most people.</param>
/// <param name="Equipment">What it cannot do without.</param>
/// <param name="Serves">Other kinds it answers too, and how well, in (0, 1].</param>
/// <param name="Cents">Usual cost, for each person and each time.</param>
/// <param name="PrepareHours">Hours to set it up the first time.</param>
/// <param name="IsRetired">No longer proposed; what was said with it stays.</param>
public sealed record HelpKind(string Key, string French, string English, string FrenchMoment, string EnglishMoment, bool Together, bool Useful, bool Reserved, int Hours, int Least, int Most,
    string? Equipment, IReadOnlyDictionary<string, double> Serves, int Cents, int PrepareHours, bool IsRetired)
{
    /// <summary>What a meeting cannot do without: a place that has it, or somebody who lends it.</summary>
    public static readonly IReadOnlyList<string> Equipments = ["kitchen", "tools", "garden", "workshop", "computers"];

    public string Name => Foundation.Ui.Texts.Language == "fr" ? French : English;

    public string Moment => (Foundation.Ui.Texts.Language == "fr" ? FrenchMoment : EnglishMoment) is { Length: > 0 } said ? said : Name;
}
