using System.Text.RegularExpressions;

namespace Trame.Tests.House;

/// <summary>In French a high punctuation mark is held to its word by a no-break space, so that it never starts a line.</summary>
internal static partial class FrenchTypography
{
    public static bool IsWrong(string text) => Loose().IsMatch(Technical().Replace(text, "x"));

    // Addresses, hours, pairs of machine words and placeholders keep their own spelling.
    [GeneratedRegex(@"https?://\S*|\{[^{}]*\}|\d:\d|`[^`]*`|\b[A-Za-z]+:\w+|[\w…]=?;(?=\w)|=…;?|\d; |;;|\?\?|&\w+;")]
    private static partial Regex Technical();

    [GeneratedRegex(@"(?<![\u00A0\u202F])[»;:?!](?<!^.)(?<![?!…(«][?!])|«(?![\u00A0\u202F])")]
    private static partial Regex Loose();
}
