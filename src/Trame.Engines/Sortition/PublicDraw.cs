using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trame.Engines.Sortition;

/// <summary>A draw that anyone can check: numbered panels, published and committed before the public values that choose one of them are known.</summary>
/// <remarks>
/// A text file in UTF-8, lines ended by LF, cells separated by a tab (in a cell, \t, \n, \r and \\ stand for tab, line feed, carriage return and backslash):
/// <code>
/// trame-draw   1
/// rule         leximin
/// size         seats of a panel
/// people       number of people
/// panels       number of panels, M
/// error        largest |in / M − probability|, nine decimals
/// source       what will be drawn in public, for instance « Loto of 2 December 2026, the five numbers in increasing order »   (as many lines as wanted)
/// person       identifier   probability, twelve decimals   number of panels they are in      (one line each)
/// panel        number       identifiers, in the order of the people                          (M lines)
/// commitment   SHA-256 of every byte above, in hexadecimal
/// values       the public values, once they are known
/// seed         SHA-256 of the UTF-8 bytes of the values, in hexadecimal
/// drawn        number of the panel: 1 + <see cref="DrawStream.Below(ulong)"/>(M) of the stream whose key is the seed
/// </code>
/// </remarks>
public static class PublicDraw
{
    /// <summary>First cell of the first line.</summary>
    public const string Mark = "trame-draw";

    /// <summary>The committed part of the file, its commitment included.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="people">Identifiers and probabilities.</param>
    /// <param name="lottery">The numbered panels, of places in <paramref name="people"/>.</param>
    /// <param name="sources">What will be drawn in public.</param>
    public static string Commit(string rule, IReadOnlyList<(string Id, double Probability)> people, UniformLottery lottery, IReadOnlyList<string> sources)
    {
        var text = new StringBuilder();
        Line(text, Mark, "1");
        Line(text, "rule", rule);
        Line(text, "size", Number(lottery.Panels[0].Count));
        Line(text, "people", Number(people.Count));
        Line(text, "panels", Number(lottery.Panels.Count));
        Line(text, "error", lottery.LargestError.ToString("F9", CultureInfo.InvariantCulture));
        foreach (var source in sources) Line(text, "source", source);
        foreach (var (index, (id, probability)) in people.Index()) Line(text, "person", id, probability.ToString("F12", CultureInfo.InvariantCulture), Number(lottery.Counts[index]));
        foreach (var (index, panel) in lottery.Panels.Index()) Line(text, ["panel", Number(index + 1), .. panel.Order().Select(i => people[i].Id)]);
        Line(text, "commitment", Hash(text.ToString()));
        return text.ToString();
    }

    /// <summary>A committed file with the public values, and the panel that they draw.</summary>
    /// <param name="committed">A file that verifies and is not drawn yet.</param>
    /// <param name="panels">Its number of panels.</param>
    /// <param name="values">The public values, exactly as they are to be published.</param>
    public static string Reveal(string committed, int panels, string values)
    {
        var text = new StringBuilder(committed);
        Line(text, "values", values);
        Line(text, "seed", Hash(values));
        Line(text, "drawn", Number(Drawn(values, panels)));
        return text.ToString();
    }

    /// <summary>Number of the panel that public values draw.</summary>
    public static int Drawn(string values, int panels) => 1 + new DrawStream(values).Below(panels);

    /// <summary>SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Recomputes everything that the file says.</summary>
    public static DrawVerdict Verify(string text) => new DrawCheck(text).Verdict();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, params IReadOnlyList<string> cells) => text.Append(string.Join('\t', cells.Select(Escape))).Append('\n');

    private static string Escape(string cell) => cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
