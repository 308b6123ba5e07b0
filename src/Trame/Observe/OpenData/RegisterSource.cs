using NodaTime;

namespace Trame.Observe.OpenData;

/// <summary>One source of the register: how many records it gave that are still shown, and when it last spoke.</summary>
public sealed record RegisterSource(string Name, int Records, Instant Last);
