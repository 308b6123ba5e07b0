using System.Text;

namespace Trame.Foundation.Time;

/// <summary>Lines of RFC 5545: CRLF, folded at 75 octets between characters (3.1), text escaped (3.3.11).</summary>
internal static class ICalendarText
{
    private const int MaxOctets = 75;

    public static void WriteLine(TextWriter writer, string line)
    {
        var octets = 0;
        Span<char> chars = stackalloc char[2];
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                writer.Write("\r\n ");
                octets = 1; // the space that says "folded" counts
            }
            writer.Write(chars[..rune.EncodeToUtf16(chars)]);
            octets += rune.Utf8SequenceLength;
        }
        writer.Write("\r\n");
    }

    public static void WriteText(TextWriter writer, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) WriteLine(writer, $"{name}:{Escape(text)}");
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (!char.IsControl(c) || c == '\t') escaped.Append(c); // other control characters may not appear at all
        }
        return escaped.ToString();
    }
}
