using System.Text.RegularExpressions;

namespace Trame.Foundation.Text;

/// <summary>In French « ? ! ; : » hold to their word by a no-break space. Whoever writes a sentence types an ordinary one; it is held here, once, when the texts are read.</summary>
public static partial class FrenchSpacing
{
    public static string Hold(string text) => Opening().Replace(High().Replace(text, "\u00A0$1"), "«\u00A0");

    [GeneratedRegex(" ([»;:?!])")]
    private static partial Regex High();

    [GeneratedRegex("« ")]
    private static partial Regex Opening();
}
