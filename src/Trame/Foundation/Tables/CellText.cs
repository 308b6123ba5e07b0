using System.Text;

namespace Trame.Foundation.Tables;

/// <summary>What spreadsheets and people add around a value.</summary>
internal static class CellText
{
    private const int Longest = 400; // no number, date, code or address is longer; keeps hostile cells cheap

    /// <summary>Without blanks around, nor invisible marks; null when nothing is left (« - » and « N/A » are how people leave a cell empty).</summary>
    public static string? Trimmed(string cell)
    {
        var text = cell.AsSpan().Trim(" \t\r\n\u00A0\u202F\u200B\uFEFF");
        if (text.IsEmpty || text is "-" or "–" or "—" || text.Equals("n/a", StringComparison.OrdinalIgnoreCase)) return null;
        return text.Length > Longest ? text[..Longest].ToString() : text.ToString();
    }

    /// <summary>Without any blank inside either.</summary>
    public static string WithoutBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\uFEFF')) kept.Append(letter);
        return kept.ToString();
    }

    public static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);
}
