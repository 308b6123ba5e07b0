namespace Trame.Deliberate.Panels;

/// <summary>The chances of those who have a value of a category: the smallest, the mean, the largest. Published; no chance of a person is.</summary>
public sealed record PanelChance(string Category, string Value, double Lowest, double Mean, double Highest);
