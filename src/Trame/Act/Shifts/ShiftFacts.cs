using Trame.Foundation.Facts;

namespace Trame.Act.Shifts;

/// <summary>A shift was held with so many hands; hands were missing at it.</summary>
public static class ShiftFacts
{
    public static readonly FactKind Held = new("shift.held");
}
