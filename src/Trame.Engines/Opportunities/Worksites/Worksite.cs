namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A worksite of a citizen day.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Least">People it needs to be worth holding, 0 to <paramref name="Most"/>.</param>
/// <param name="Most">People it can take.</param>
public sealed record Worksite(string Id, int Least, int Most)
{
    /// <summary>How many people with each skill it needs; one person fills one need.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>Languages that its hosts speak; none said: any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What it offers to who needs it: step-free, seat, shade.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];
}
