using System.Globalization;
using System.Text;

namespace Trame.Foundation.Text;

/// <summary>A text of which nothing would be seen: spaces, and the marks that take no room (zero-width spaces, fillers). Between letters they are kept: some scripts need them.</summary>
public static class Blank
{
    public static bool Is(string text) => !text.EnumerateRunes().Any(IsSeen);

    // U+115F, U+1160, U+3164, U+FFA0 are letters that fill a place; U+2800 is a cell without a dot.
    private static bool IsSeen(Rune rune) => rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
