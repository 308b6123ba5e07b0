using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Text;

namespace Trame.Foundation.Tables;

/// <summary>Dates and times as spreadsheets, forms and people write them. The day comes before the month: nothing is guessed American.</summary>
public static partial class DateCells
{
    private static readonly LocalDate SpreadsheetOrigin = new(1899, 12, 30);
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>2026-11-26 (a time after it is ignored), 20261126, 26/11/2026, 26.11.2026, « 26 novembre 2026 », and the day number of a spreadsheet (noted).</summary>
    public static CellReading<LocalDate> Date(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<LocalDate>.Empty;
        if (text.Length >= 10 && Iso.Parse(text[..10]) is { Success: true } iso && (text.Length == 10 || text[10] is 'T' or ' ')) return CellReading<LocalDate>.Of(iso.Value);
        if (CellText.IsDigits(text, 8)) return Build(text, text[..4], text[4..6], text[6..]);
        if (DayMonthYear().Match(text) is { Success: true } numbers) return Build(text, numbers.Groups[3].Value, numbers.Groups[2].Value, numbers.Groups[1].Value);
        if (SpreadsheetDay().Match(text) is { Success: true } serial) return FromSpreadsheet(text, serial.Groups[1].Value);
        return InWords(text);
    }

    /// <summary>« 9h30 », « 9 h », « 09:30 », « 09:30:00 », and the fraction of a day of a spreadsheet (noted).</summary>
    public static CellReading<LocalTime> Time(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<LocalTime>.Empty;
        if (HourMinute().Match(CellText.WithoutBlanks(text)) is { Success: true } parts)
        {
            var hour = Number(parts.Groups[1].Value);
            var minute = parts.Groups[2].Success ? Number(parts.Groups[2].Value) : 0;
            return hour < 24 && minute < 60 ? CellReading<LocalTime>.Of(new LocalTime(hour, minute)) : CellReading<LocalTime>.Wrong("tables.time.impossible", text);
        }
        if (!FractionOfDay().IsMatch(text)) return CellReading<LocalTime>.Wrong("tables.time.unreadable", text);
        var minutes = (int)Math.Round(decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) * 1_440);
        var time = LocalTime.FromMinutesSinceMidnight(minutes % 1_440);
        return CellReading<LocalTime>.Of(time, new("tables.time.spreadsheet", text, time.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static CellReading<LocalDate> Build(string text, string year, string month, string day)
    {
        if (year.Length == 2) return CellReading<LocalDate>.Wrong("tables.date.short-year", text);
        var (y, m, d) = (Number(year), Number(month), Number(day));
        if (m > 12 && d is >= 1 and <= 12) return CellReading<LocalDate>.Wrong("tables.date.month-first", text);
        if (y is < 1000 or > 9999 || m is < 1 or > 12 || d < 1 || d > CalendarSystem.Iso.GetDaysInMonth(y, m)) return CellReading<LocalDate>.Wrong("tables.date.impossible", text);
        return CellReading<LocalDate>.Of(new LocalDate(y, m, d));
    }

    private static CellReading<LocalDate> FromSpreadsheet(string text, string days)
    {
        var number = Number(days);
        if (number is < 10_000 or > 80_000) return CellReading<LocalDate>.Wrong("tables.date.unreadable", text); // 1927 to 2119
        var date = SpreadsheetOrigin.PlusDays(number);
        return CellReading<LocalDate>.Of(date, new("tables.date.spreadsheet", text, Iso.Format(date)));
    }

    private static CellReading<LocalDate> InWords(string text)
    {
        var words = FrenchTokens.Tokens(text);
        var first = words.Count == 4 ? 1 : 0; // « jeudi 26 novembre 2026 »
        if (words.Count - first != 3 || !words[first + 2].All(char.IsAsciiDigit)) return CellReading<LocalDate>.Wrong("tables.date.unreadable", text);
        var day = words[first] == "1er" ? "1" : words[first];
        var month = MonthNumber(words[first + 1]);
        if (month == 0 || day.Length > 2 || !day.All(char.IsAsciiDigit) || words[first + 2].Length is not (2 or 4)) return CellReading<LocalDate>.Wrong("tables.date.unreadable", text);
        return Build(text, words[first + 2], month.ToString(CultureInfo.InvariantCulture), day);
    }

    private static int MonthNumber(string word) => 1 + Math.Max(
        Array.FindIndex(PlainLanguage.FrenchMonths, month => FrenchTokens.Tokens(month)[0] == word),
        Array.FindIndex(PlainLanguage.EnglishMonths, month => month.Equals(word, StringComparison.OrdinalIgnoreCase)));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4}|[0-9]{2})(?:[ T].*)?\z")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"\A([0-9]{5})(?:[.,][0-9]+)?\z")]
    private static partial Regex SpreadsheetDay();

    [GeneratedRegex(@"\A([0-9]{1,2})(?:[hH:]([0-9]{2})?(?::[0-9]{2})?(?:min|mn)?)\z")]
    private static partial Regex HourMinute();

    [GeneratedRegex(@"\A0[.,][0-9]{1,15}\z")]
    private static partial Regex FractionOfDay();
}
