namespace Trame.Engines.Opportunities;

/// <summary>What the territory weighs, in units of « one need of weight 1 covered exactly ».</summary>
/// <param name="Mixing">λ: for each group beyond the first, of each dimension, that is present in a bundle.</param>
/// <param name="MinuteOfTravel">Taken off for each minute, one way, of those who receive and of those who give.</param>
/// <param name="Effort">Taken off for each bundle that must be set up; a moment already held costs nothing.</param>
/// <param name="Reciprocity">Added when someone who gives also receives.</param>
/// <param name="Fairness">φ: added per weight covered in the first quarter of an area's needs, half of it in the second, a quarter in the third, nothing beyond.</param>
public sealed record OpportunityWeights(double Mixing = 0.15, double MinuteOfTravel = 0.005, double Effort = 0.5, double Reciprocity = 0.3, double Fairness = 0.2);
