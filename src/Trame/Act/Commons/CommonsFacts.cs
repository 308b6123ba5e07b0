using Trame.Foundation.Facts;

namespace Trame.Act.Commons;

/// <summary>Something became a commons; its users decided; it was looked after.</summary>
public static class CommonsFacts
{
    public static readonly FactKind Opened = new("commons.opened");
    public static readonly FactKind Decided = new("commons.decided");
    public static readonly FactKind LookedAfter = new("commons.looked-after");

    public static readonly IReadOnlyList<FactKind> All = [Opened, Decided, LookedAfter];
}
