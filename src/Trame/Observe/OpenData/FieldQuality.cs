namespace Trame.Observe.OpenData;

/// <summary>What is known of one field over the register.</summary>
/// <param name="Said">Records where somebody says it.</param>
/// <param name="Could">Records that it could be said of.</param>
/// <param name="Sources">How many sources say it somewhere.</param>
/// <param name="Disputed">Records where two sources disagree.</param>
public sealed record FieldQuality(string Key, int Said, int Could, int Sources, int Disputed);
