using System.Globalization;
using System.Text.RegularExpressions;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary>Brings the cells of a line of open data to what the fields understand; each thing put right is noted, what cannot be is left for the field to refuse.</summary>
internal static partial class PlaceCells
{
    /// <param name="days">The cells that tell the hours of one day, in the order of the columns.</param>
    /// <returns>The line, or the sentence that says what is wrong with it.</returns>
    public static (PlaceLine? Line, string? Problem) Adapt(PlaceLine line, IReadOnlyList<(string Day, string Cell)> days)
    {
        var values = line.Values.Where(v => v.Value.Length > 0).ToDictionary(v => v.Key, v => v.Value);
        var notes = new List<string>();
        First(values, "email", EmailsApart(), notes);
        First(values, "website", SitesApart(), notes);
        if (values.GetValueOrDefault("phone") is { } phone && LostPlus().IsMatch(phone)) values["phone"] = $"+{phone}";
        if (!values.ContainsKey("address") && values.GetValueOrDefault(PlaceColumns.Street) is { } street) values["address"] = $"{values.GetValueOrDefault(PlaceColumns.HouseNumber)} {street}".Trim();
        if (!values.ContainsKey("hours") && Hours(days) is { Length: > 0 } hours) values["hours"] = hours;
        if (values.GetValueOrDefault("website") is "0" or "-") values.Remove("website"); // how some lists leave a cell empty
        return Locate(line, values, notes) is { } problem ? (null, problem) : (line with { Values = values, Notes = notes }, null);
    }

    private static string? Locate(PlaceLine line, Dictionary<string, string> values, List<string> notes)
    {
        var (latitude, longitude) = (values.GetValueOrDefault("latitude", ""), values.GetValueOrDefault("longitude", ""));
        var typed = latitude.Length + longitude.Length > 0 ? $"{latitude} ; {longitude}" : values.GetValueOrDefault(PlaceColumns.Point, "");
        var point = latitude.Length + longitude.Length > 0 ? CoordinateCells.Point(latitude, longitude) : CoordinateCells.Point(typed);
        values.Remove("latitude");
        values.Remove("longitude");
        if (point.Problem is { TextKey: "tables.point.zero" }) notes.Add("operate.places.note.zero");
        else if (point.Problem is { } problem) return line.Sentence(point.Problem.TextKey == "tables.point.unreadable" && latitude.Length > 0 && CoordinateCells.Point(latitude, "3").Problem is null ? "longitude" : "latitude", typed, ImportReport.Sentence(problem));
        if (!point.HasValue) return null;
        if (point.Note is not null) notes.Add("operate.places.note.exchanged");
        values["latitude"] = point.Value.Latitude.ToString("0.######", CultureInfo.InvariantCulture);
        values["longitude"] = point.Value.Longitude.ToString("0.######", CultureInfo.InvariantCulture);
        return null;
    }

    private static void First(Dictionary<string, string> values, string key, Regex apart, List<string> notes)
    {
        if (!values.TryGetValue(key, out var several)) return;
        var parts = apart.Split(several).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2) return;
        values[key] = parts[0];
        notes.Add("operate.places.note.several");
    }

    /// <summary>« 09:00 - 12:00 / 14:00 - 17:00 » under each day, as OSM writes a week: days with equal hours together.</summary>
    private static string Hours(IReadOnlyList<(string Day, string Cell)> days)
    {
        var told = days.Select(d => (d.Day, Times: Times(d.Cell))).Where(d => d.Times.Length > 0).GroupBy(d => d.Day, d => d.Times).ToDictionary(g => g.Key, g => string.Join(',', g));
        return string.Join("; ", PlaceColumns.Days.Where(told.ContainsKey).GroupBy(d => told[d]).Select(same => $"{string.Join(',', same)} {same.Key}"));
    }

    // Whatever is not hours stays in the text: the field refuses it, and says where.
    private static string Times(string cell)
    {
        if (Closed().IsMatch(cell.Trim())) return "";
        var times = Span().Replace(cell, m => $"{Clock(m, "h", "m")}-{Clock(m, "h2", "m2")}");
        return Between().Replace(times.Trim(), ",").Trim(',', ' ');
    }

    private static string Clock(Match m, string hour, string minute) => $"{m.Groups[hour].Value.PadLeft(2, '0')}:{(m.Groups[minute].Success ? m.Groups[minute].Value : "00")}";

    [GeneratedRegex(@"\s*[|;,]\s*|\s+[-/]\s+|\s+(?=\S+@)")]
    private static partial Regex EmailsApart();

    [GeneratedRegex(@"\s*[|;]\s*|\s+")]
    private static partial Regex SitesApart();

    [GeneratedRegex(@"\A(33[1-9][0-9]{8}|32[1-9][0-9]{7,8})\z")]
    private static partial Regex LostPlus(); // a spreadsheet takes the + of +33630392518 for a sum

    [GeneratedRegex(@"\A(ferm[ée]e?s?|closed|-|–|/|x|non)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<h>[0-9]{1,2})\s*[hH:]\s*(?<m>[0-9]{2})?\s*(?:-|–|—|à|a|>|au)\s*(?<h2>[0-9]{1,2})\s*[hH:]\s*(?<m2>[0-9]{2})?")]
    private static partial Regex Span();

    [GeneratedRegex(@"\s*(?:[/;,|&]|\bet\b)\s*|(?<=[0-9])\s+(?=[0-9])")]
    private static partial Regex Between();
}
