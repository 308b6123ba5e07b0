namespace Trame.Engines.Mixing;

/// <summary>One group among the others.</summary>
/// <param name="Group">Its number.</param>
/// <param name="Attendances">How many times its people came.</param>
/// <param name="Isolation">Chance that someone drawn at the moment of one of its people is of the same group, in [0, 1] (<see cref="ExposureIndex"/>).</param>
/// <param name="Homophily">From −1 to 1, 0 as chance (<see cref="ColemanHomophily"/>).</param>
/// <param name="Exposure">To each group, itself included; empty when the group is not measurable.</param>
public sealed record GroupMixing(int Group, long Attendances, Measure Isolation, Measure Homophily, IReadOnlyList<double> Exposure);
