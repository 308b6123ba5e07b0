namespace Trame.Operate;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Name">Key of what was looked at.</param>
/// <param name="Said">What was found, or what to do.</param>
public sealed record Finding(FindingState State, string Name, string Said);
