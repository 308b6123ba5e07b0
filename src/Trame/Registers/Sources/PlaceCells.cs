using System.Globalization;
using System.Text.RegularExpressions;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Brings the cells of a line of open data to what the fields understand; each thing put right is noted, what cannot be is left for the field to refuse.</summary>
internal static partial class PlaceCells
{
    // Sentences that may be cut: what follows is on the site of whoever wrote them. Never a name, an address or a code.
    private static readonly string[] MayBeCut = ["summary", "conditions", "cost-note", "offers", "how-to-come", "hours-note", "nearest-stop", "description"];

    private static readonly string[] Translated = ["type", "cost", "itinerant", "carrier", "audiences", "fields", "access", "openness", "ties"];

    public static PlaceEntry Adapt(PlaceLine line, ColumnMap map)
    {
        if (map.Format == KnownFormats.Trame) return PlaceEntry.Of(line);
        var values = line.Values.Where(v => v.Value.Length > 0 && !IsNothing(v.Value)).ToDictionary(v => v.Key, v => v.Value);
        var notes = new List<string>();
        var faults = new List<CellFault>();
        First(values, "email", EmailsApart(), notes);
        First(values, "website", SitesApart(), notes);
        Phone(values, notes);
        Address(values);
        Hours(values, notes);
        foreach (var field in Translated) Translate(values, field, map, notes);
        if (values.TryGetValue("offers", out var offers)) values["offers"] = string.Join('\n', OffersApart().Split(offers).Select(o => o.Trim()).Where(o => o.Length > 0).Distinct());
        Locate(values, notes, faults);
        foreach (var field in MayBeCut) Cut(values, field, notes);
        return PlaceEntry.Of(line with { Values = values, Notes = notes }, faults);
    }

    // How some lists leave a cell empty.
    private static bool IsNothing(string cell) => cell.Trim() is "" or "-" or "–" or "—" or "@" or "#" or "/" or "?" or "." || cell.Trim().ToUpperInvariant() is "N/A" or "NA" or "NC" or "N.C." or "NON RENSEIGNÉ" or "NON RENSEIGNE" or "NULL" or "NONE" or "NAN" or "NÉANT" or "NEANT" or "INCONNU";

    private static void Translate(Dictionary<string, string> values, string field, ColumnMap map, List<string> notes)
    {
        if (!values.TryGetValue(field, out var cell)) return;
        if (field is "type" or "openness" or "carrier" or "cost" && OccasionField.Named(field).Words(OccasionKind.Place).Contains(cell)) return;
        var (said, lost) = PlaceWords.Of(field, cell, map.Words.GetValueOrDefault(field));
        if (said.Length == 0) values.Remove(field); else values[field] = said;
        if (lost > 0) notes.Add("sources.places.note.words");
    }

    private static void Phone(Dictionary<string, string> values, List<string> notes)
    {
        if (!values.TryGetValue("phone", out var phone)) return;
        if (LostPlus().IsMatch(phone)) values["phone"] = $"+{phone}";
        else if (PhoneCells.French(phone) is { HasValue: true, Note: { } note, Value: { } number })
        {
            values["phone"] = number.Display;
            if (note.TextKey == "tables.phone.first-kept") notes.Add("sources.places.note.several");
        }
        else if (PhoneInside().Matches(phone) is { Count: > 0 } numbers && PhoneCells.French(numbers[0].Value) is { HasValue: true, Value: { } first } && numbers[0].Length < phone.Length)
        {
            values["phone"] = first.Display; // « Accueil : 05 56 … (poste 12) »
            notes.Add("sources.places.note.phone");
        }
    }

    private static void Address(Dictionary<string, string> values)
    {
        if (!values.ContainsKey("address") && values.GetValueOrDefault(PlaceColumns.Street) is { } street) values["address"] = $"{values.GetValueOrDefault(PlaceColumns.HouseNumber)} {street}".Trim();
        if (!values.TryGetValue("address", out var address)) return;
        if (PostalInside().Match(address) is { Success: true } ending)
        {
            values.TryAdd("postal-code", ending.Groups["code"].Value);
            if (ending.Groups["city"].Value is { Length: > 1 } city) values.TryAdd("territory", city.Trim());
            if (ending.Index > 3) values["address"] = address[..ending.Index].TrimEnd(' ', ',', '-', '–', '\n');
        }

        if (values.GetValueOrDefault(PlaceColumns.AddressMore) is { } more && values["address"].Length + more.Length < 190) values["address"] = $"{values["address"]}, {more.Replace('\n', ' ')}";
    }

    private static void Hours(Dictionary<string, string> values, List<string> notes)
    {
        if (!values.ContainsKey("hours") && OfDays(values, notes) is { Length: > 0 } week) values["hours"] = week;
        if (!values.TryGetValue("hours", out var hours) || OpeningHours.Parse(hours).Ok || LooksLikeOsm().IsMatch(hours)) return;
        if (HoursInWords.Read(hours) is { } read)
        {
            values["hours"] = read;
            notes.Add("sources.places.note.hours-read");
        }
        else
        {
            values.Remove("hours");
            values["hours-note"] = values.TryGetValue("hours-note", out var note) ? $"{hours} {note}" : hours;
            notes.Add("sources.places.note.hours-kept");
        }
    }

    /// <summary>« 09:00 - 12:00 / 14:00 - 17:00 » under each day, as OSM writes a week: days with equal hours together.</summary>
    private static string OfDays(Dictionary<string, string> values, List<string> notes)
    {
        var told = PlaceColumns.Days.Select(d => (Day: d, Times: Times(values.GetValueOrDefault(PlaceColumns.DayPrefix + d, ""), notes))).Where(d => d.Times.Length > 0).ToDictionary(d => d.Day, d => d.Times);
        return string.Join("; ", PlaceColumns.Days.Where(told.ContainsKey).GroupBy(d => told[d]).Select(same => $"{string.Join(',', same)} {same.Key}"));
    }

    // Whatever is not hours stays in the text: the field refuses it, and says where. « 00:00 - 00:00 » is how a list says nothing, not a day without end.
    private static string Times(string cell, List<string> notes)
    {
        var parts = cell.Split(" / ").Where(p => !Closed().IsMatch(p.Trim()));
        var times = Span().Replace(string.Join(" / ", parts), m => Clock(m, "h", "m") == Clock(m, "h2", "m2") ? "" : $"{Clock(m, "h", "m")}-{Clock(m, "h2", "m2")}");
        var kept = string.Join(',', Between().Replace(times.Trim(), ",").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (!notes.Contains("sources.places.note.no-span") && Span().Matches(cell).Any(m => Clock(m, "h", "m") == Clock(m, "h2", "m2"))) notes.Add("sources.places.note.no-span");
        return kept;
    }

    private static string Clock(Match m, string hour, string minute) => $"{m.Groups[hour].Value.PadLeft(2, '0')}:{(m.Groups[minute].Success ? m.Groups[minute].Value : "00")}";

    private static void Locate(Dictionary<string, string> values, List<string> notes, List<CellFault> faults)
    {
        var (latitude, longitude) = (values.GetValueOrDefault("latitude", ""), values.GetValueOrDefault("longitude", ""));
        var typed = latitude.Length + longitude.Length > 0 ? $"{latitude} ; {longitude}" : values.GetValueOrDefault(PlaceColumns.Point, "");
        var point = latitude.Length + longitude.Length > 0 ? CoordinateCells.Point(latitude, longitude) : CoordinateCells.Point(typed);
        values.Remove("latitude");
        values.Remove("longitude");
        if (point.Problem is { TextKey: "tables.point.impossible" } && InMetres(latitude, longitude) is { } metric)
        {
            point = CellReading<Foundation.Tables.GeoPoint>.Of(metric);
            notes.Add("sources.places.note.lambert");
        }

        if (point.Problem is { TextKey: "tables.point.zero" }) notes.Add("sources.places.note.zero");
        else if (point.Problem is { } problem)
            faults.Add(new(problem.TextKey == "tables.point.unreadable" && latitude.Length > 0 && CoordinateCells.Point(latitude, "3").Problem is null ? "longitude" : "latitude", typed, ImportReport.Sentence(problem)));
        if (!point.HasValue) return;
        if (point.Note is not null) notes.Add("sources.places.note.exchanged");
        values["latitude"] = point.Value.Latitude.ToString("0.######", CultureInfo.InvariantCulture);
        values["longitude"] = point.Value.Longitude.ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static Foundation.Tables.GeoPoint? InMetres(string one, string other)
    {
        if (!double.TryParse(one.Replace(',', '.'), CultureInfo.InvariantCulture, out var a) || !double.TryParse(other.Replace(',', '.'), CultureInfo.InvariantCulture, out var b)) return null;
        return Lambert93.ToDegrees(Math.Min(a, b), Math.Max(a, b)) is { } at ? new(at.Latitude, at.Longitude) : null; // in metropolitan France the northing is always the larger
    }

    private static void First(Dictionary<string, string> values, string key, Regex apart, List<string> notes)
    {
        if (!values.TryGetValue(key, out var several)) return;
        var parts = apart.Split(several).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2) return;
        values[key] = parts[0];
        notes.Add("sources.places.note.several");
    }

    private static void Cut(Dictionary<string, string> values, string field, List<string> notes)
    {
        if (!values.TryGetValue(field, out var text)) return;
        var longest = OccasionField.Named(field).MaxLength;
        if (text.Length <= longest) return;
        var end = text.LastIndexOf(' ', longest - 2);
        values[field] = $"{text[..(end > longest / 2 ? end : longest - 2)].TrimEnd(' ', ',', ';', '\n')}…";
        notes.Add("sources.places.note.cut");
    }

    [GeneratedRegex(@"\s*[|;,\n]\s*|\s+[-/]\s+|\s+(?=\S+@)|\s+(?:ou|et)\s+")]
    private static partial Regex EmailsApart();

    [GeneratedRegex(@"\s*[|;]\s*|\s+")]
    private static partial Regex SitesApart();

    [GeneratedRegex(@"\s*[|;\n]\s*|\s+/\s+")]
    private static partial Regex OffersApart();

    [GeneratedRegex(@"\A(33[1-9][0-9]{8}|32[1-9][0-9]{7,8})\z")]
    private static partial Regex LostPlus(); // a spreadsheet takes the + of +33630392518 for a sum

    [GeneratedRegex(@"(?<![0-9])(?:\+33\s?(?:\(0\)\s?)?|0)[1-9](?:[ .\-]?[0-9]{2}){4}(?![0-9])")]
    private static partial Regex PhoneInside();

    [GeneratedRegex(@"[\s,\-–]+(?<code>(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3})(?:\s+(?<city>\p{L}[\p{L}\s'’\-]{1,60}))?\s*\z")]
    private static partial Regex PostalInside();

    [GeneratedRegex(@"\A\s*(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b|week\b|24/7)")]
    private static partial Regex LooksLikeOsm(); // meant for us, so wrong rather than in words

    [GeneratedRegex(@"\A(ferm[ée]e?s?|closed|-|–|/|x|non)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<h>[0-9]{1,2})\s*[hH:]\s*(?<m>[0-9]{2})?\s*(?:-|–|—|à|a|>|au)\s*(?<h2>[0-9]{1,2})\s*[hH:]\s*(?<m2>[0-9]{2})?")]
    private static partial Regex Span();

    [GeneratedRegex(@"\s*(?:[/;,|&]|\bet\b)\s*|(?<=[0-9])\s+(?=[0-9])")]
    private static partial Regex Between();
}
