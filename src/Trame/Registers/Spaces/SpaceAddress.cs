using System.Text.RegularExpressions;

namespace Trame.Registers.Spaces;

/// <summary>What the short name of a space may be: it becomes an address and a file name, so nothing but letters, digits and hyphens.</summary>
public static partial class SpaceAddress
{
    public static bool IsOne(string slug) => Shape().IsMatch(slug);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?\z")]
    private static partial Regex Shape();
}
