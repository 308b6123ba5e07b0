using System.Globalization;
using System.Text;

namespace Trame.Foundation.Text;

/// <summary>Writes letters the way people type them in a hurry: lower case, no accent, no ligature (« Œuvré » gives « oeuvre »).</summary>
/// <remarks>Ours rather than the database's, because SQLite and PostgreSQL fold differently and a search must answer the same on both.
/// Folding twice changes nothing. Letters of other scripts are lower-cased and kept.</remarks>
public static class LetterFolding
{
    private const int LatinEnd = 0x250;
    private static readonly string?[] Latin = BuildLatin();

    /// <summary>The folded form of one UTF-16 unit; empty for what is not part of a word.</summary>
    public static bool TryFold(char letter, out char single, out string? several)
    {
        several = null;
        single = letter;
        if (letter < 0x80) return FoldAscii(letter, out single);
        if (letter < LatinEnd)
        {
            if (Latin[letter] is not { } folded) return false;
            if (folded.Length == 1) single = folded[0]; else several = folded;
            return true;
        }
        if (letter is >= '\u1E00' and <= '\u1EFF' or >= '\uFB00' and <= '\uFB06' or >= '\uFF10' and <= '\uFF5A')
        {
            several = FoldByDecomposition(letter);
            return several.Length > 0;
        }
        single = char.ToLowerInvariant(letter);
        if (single < LatinEnd) return TryFold(single, out single, out several); // the ångström sign is a Latin letter once lower-cased
        return IsPartOfWord(letter);
    }

    /// <summary>A combining accent typed as its own character: it belongs to the letter before it and disappears with the accent.</summary>
    public static bool IsLooseAccent(char letter) => letter is >= '\u0300' and <= '\u036F' or '\u200D' or '\u200C' or '\u00AD';

    public static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`' or '\u2032';

    private static bool FoldAscii(char letter, out char folded)
    {
        folded = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
        return char.IsAsciiLetterOrDigit(letter);
    }

    // Other scripts write vowels as marks: dropping them would turn one word into another. Half characters (surrogates) never enter the index.
    private static bool IsPartOfWord(char letter) => !IsApostrophe(letter) && !IsLooseAccent(letter) && (char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string?[] BuildLatin()
    {
        var table = new string?[LatinEnd];
        for (var letter = '\u0080'; letter < LatinEnd; letter++)
        {
            if (!char.IsLetter(letter)) continue;
            var folded = FoldByDecomposition(letter);
            table[letter] = folded.Length == 0 ? null : folded;
        }
        return table;
    }

    private static string FoldByDecomposition(char letter)
    {
        var special = letter switch
        {
            'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", 'ß' or 'ẞ' => "ss", 'ø' or 'Ø' => "o", 'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ł' or 'Ł' => "l", 'þ' or 'Þ' => "th", 'ı' => "i", 'ħ' or 'Ħ' => "h", 'ŋ' or 'Ŋ' => "n", 'ŧ' or 'Ŧ' => "t", _ => null,
        };
        if (special is not null) return special;
        var folded = new StringBuilder(2);
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!char.IsLetterOrDigit(part) || IsApostrophe(part)) continue;
            var lower = char.ToLowerInvariant(part);
            if (lower >= 0x80 && lower != letter) folded.Append(FoldByDecomposition(lower)); // « Ǣ » is « Æ » and a macron, and « Æ » two letters
            else folded.Append(lower);
        }
        return folded.ToString();
    }
}
