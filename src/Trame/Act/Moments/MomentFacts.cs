using Trame.Foundation.Facts;

namespace Trame.Act.Moments;

/// <summary>A moment was held with so many people, or one of its times was cancelled.</summary>
public static class MomentFacts
{
    public static readonly FactKind Held = new("moment.held");
    public static readonly FactKind Cancelled = new("moment.cancelled");
}
