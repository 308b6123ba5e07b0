namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Somebody who comes, by a number or a first name: only what they chose to say.</summary>
/// <param name="Id">How they are called on the day.</param>
/// <param name="Wishes">Numbers of sites, the best liked first; none said: anywhere is as good.</param>
public sealed record Volunteer(string Id, IReadOnlyList<int> Wishes)
{
    /// <summary>Those with the same family stay together; null: alone. At most 10 in one.</summary>
    public string? Family { get; init; }

    /// <summary>Skills they offer.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Languages they speak; none said: any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What they need of a site: all of it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>A group they declare freely (a neighbourhood, an age), for mixed teams; null: none.</summary>
    public string? Group { get; init; }

    /// <summary>The site they were told, when the day is balanced again; −1: none yet.</summary>
    public int Told { get; init; } = -1;
}
