using System.Text.RegularExpressions;

namespace Trame.Foundation.Tables;

/// <summary>French identifiers. What a spreadsheet spoils (leading zeros, « .0 ») is put right when the check digit or the length proves it, and said.</summary>
/// <remarks>SIREN and SIRET: INSEE, Sirene (Luhn on 9 and on 14 digits). The establishments of La Poste (356 000 000) are numbered by another rule:
/// the sum of the 14 digits is a multiple of five. RNA: W and nine characters. INSEE commune codes: five characters, Corsica 2A and 2B.</remarks>
public static partial class FrenchCodeCells
{
    private const string LaPoste = "356000000";

    public static CellReading<string> Siret(string cell)
    {
        if (Digits(cell, out var typed, out var wasRepaired, "tables.siret.scientific", "tables.siret.letters") is { } early) return early;
        var padded = typed.PadLeft(14, '0');
        if (typed.Length is < 10 or > 14) return CellReading<string>.Wrong(typed.Length == 9 ? "tables.siret.is-siren" : "tables.siret.length", cell.Trim(), typed.Length);
        if (!IsSiret(padded)) return CellReading<string>.Wrong(typed.Length < 14 ? "tables.siret.length" : "tables.siret.check", cell.Trim(), typed.Length);
        return Repaired(cell, padded, wasRepaired || typed.Length < 14);
    }

    public static CellReading<string> Siren(string cell)
    {
        if (Digits(cell, out var typed, out var wasRepaired, "tables.siren.scientific", "tables.siren.letters") is { } early) return early;
        var padded = typed.PadLeft(9, '0');
        if (typed.Length is < 6 or > 9) return CellReading<string>.Wrong(typed.Length == 14 ? "tables.siren.is-siret" : "tables.siren.length", cell.Trim(), typed.Length);
        if (!IsSiren(padded)) return CellReading<string>.Wrong(typed.Length < 9 ? "tables.siren.length" : "tables.siren.check", cell.Trim(), typed.Length);
        return Repaired(cell, padded, wasRepaired || typed.Length < 9);
    }

    /// <summary>The number of an association in the national register: W033001234.</summary>
    public static CellReading<string> Rna(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var code = CellText.WithoutBlanks(text).ToUpperInvariant();
        return RnaShape().IsMatch(code) ? CellReading<string>.Of(code) : CellReading<string>.Wrong("tables.rna.shape", text);
    }

    public static CellReading<string> Commune(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var code = WithoutDecimalZero(CellText.WithoutBlanks(text).ToUpperInvariant(), out var wasRepaired);
        if (CellText.IsDigits(code, 4)) (code, wasRepaired) = ("0" + code, true);
        return CommuneShape().IsMatch(code) ? Repaired(cell, code, wasRepaired) : CellReading<string>.Wrong("tables.commune.shape", text);
    }

    public static CellReading<string> PostalCode(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var code = WithoutDecimalZero(CellText.WithoutBlanks(text), out var wasRepaired);
        if (CellText.IsDigits(code, 4)) (code, wasRepaired) = ("0" + code, true);
        var isOne = CellText.IsDigits(code, 5) && string.CompareOrdinal(code, "01") >= 0 && string.CompareOrdinal(code, "99") < 0;
        return isOne ? Repaired(cell, code, wasRepaired) : CellReading<string>.Wrong("tables.postal-code.french", text);
    }

    internal static bool IsSiren(string digits) => digits != "000000000" && Checksums.Luhn(digits);

    internal static bool IsSiret(string digits) => IsSiren(digits[..9])
        && (Checksums.Luhn(digits) || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && Checksums.DigitSum(digits) % 5 == 0));

    private static CellReading<string>? Digits(string cell, out string digits, out bool wasRepaired, string scientificKey, string lettersKey)
    {
        (digits, wasRepaired) = ("", false);
        if (CellText.Trimmed(cell) is not { } text) return CellReading<string>.Empty;
        var compact = CellText.WithoutBlanks(text);
        if (Scientific().IsMatch(compact)) return CellReading<string>.Wrong(scientificKey, text);
        digits = WithoutDecimalZero(compact, out wasRepaired).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? null : CellReading<string>.Wrong(lettersKey, text);
    }

    private static string WithoutDecimalZero(string code, out bool wasRepaired)
    {
        wasRepaired = code.Length > 2 && (code.EndsWith(".0", StringComparison.Ordinal) || code.EndsWith(",0", StringComparison.Ordinal));
        return wasRepaired ? code[..^2] : code;
    }

    private static CellReading<string> Repaired(string cell, string code, bool wasRepaired) =>
        CellReading<string>.Of(code, wasRepaired ? new TableProblem("tables.code.repaired", cell.Trim(), code) : null);

    [GeneratedRegex(@"\AW[0-9][0-9A-Z][0-9]{7}\z")]
    private static partial Regex RnaShape();

    [GeneratedRegex(@"\A(?:0[1-9]|[1-8][0-9]|9[0-8]|2[AB])[0-9]{3}\z")]
    private static partial Regex CommuneShape();

    [GeneratedRegex(@"\A[0-9][.,]?[0-9]*[eE]\+?[0-9]{1,2}\z")]
    private static partial Regex Scientific();
}
