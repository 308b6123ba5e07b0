using System.Globalization;

namespace Trame.Foundation.Tables;

/// <summary>Belgian identifiers: enterprise number (BCE/KBO), NIS code of a commune, postal code.</summary>
/// <remarks>Enterprise number: ten digits, the first 0 or 1; the last two are 97 less the remainder of the first eight by 97 (Crossroads Bank for Enterprises).</remarks>
public static class BelgianCodeCells
{
    /// <summary>« 0206.731.645 », « BE0206731645 »; the nine digits of before 2005 get their zero back, and it is said.</summary>
    public static CellReading<string> Enterprise(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var code = CellText.WithoutBlanks(text).ToUpperInvariant();
        if (code.StartsWith("BE", StringComparison.Ordinal)) code = code[2..];
        code = code.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var lostZero = CellText.IsDigits(code, 9);
        if (lostZero) code = "0" + code;
        if (!CellText.IsDigits(code, 10) || code[0] > '1') return CellReading<string>.Wrong("tables.enterprise.shape", text);
        if (!IsEnterprise(code)) return CellReading<string>.Wrong("tables.enterprise.check", text);
        return CellReading<string>.Of(code, lostZero ? new TableProblem("tables.code.repaired", text, code) : null);
    }

    /// <summary>Five digits, the first is the province: 62063 is Liège.</summary>
    public static CellReading<string> Nis(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        return CellText.IsDigits(text, 5) && text[0] != '0' ? CellReading<string>.Of(text) : CellReading<string>.Wrong("tables.nis.shape", text);
    }

    /// <summary>Four digits, 1000 to 9999; « B-4000 » is old and understood.</summary>
    public static CellReading<string> PostalCode(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var code = text.StartsWith("B-", StringComparison.OrdinalIgnoreCase) ? text[2..].Trim() : text;
        return CellText.IsDigits(code, 4) && code[0] != '0' ? CellReading<string>.Of(code) : CellReading<string>.Wrong("tables.postal-code.belgian", text);
    }

    internal static bool IsEnterprise(string tenDigits) => 97 - Checksums.Modulo97(tenDigits.AsSpan(0, 8)) == int.Parse(tenDigits.AsSpan(8), CultureInfo.InvariantCulture);
}
