using System.Text.RegularExpressions;

namespace Trame.Foundation.Tables;

/// <summary>Keeps a cell that anyone typed from running as a formula when a spreadsheet opens the export: it is written with an apostrophe before it, which reading takes off again.</summary>
/// <remarks>A plain number (« -3.25 ») is left as it is: it runs nothing, and longitudes must stay numbers. <c>TakeOff(Put(x)) = x</c> for every text,
/// also when it begins with apostrophes of its own. Why these characters: OWASP, "CSV Injection".</remarks>
public static partial class FormulaGuard
{
    public static string Put(string cell) => IsRisky(cell, needsApostrophe: false) && !PlainNumber().IsMatch(cell) ? "'" + cell : cell;

    public static string TakeOff(string cell) => IsRisky(cell, needsApostrophe: true) ? cell[1..] : cell;

    private static bool IsRisky(string cell, bool needsApostrophe)
    {
        var apostrophes = 0;
        while (apostrophes < cell.Length && cell[apostrophes] == '\'') apostrophes++;
        if (apostrophes == cell.Length || (needsApostrophe && apostrophes == 0)) return false;
        return cell[apostrophes] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }

    [GeneratedRegex(@"\A[+-][0-9]+([.,][0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
