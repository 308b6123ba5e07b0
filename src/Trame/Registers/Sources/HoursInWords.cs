using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trame.Foundation.Text;
using Trame.Foundation.Time;

namespace Trame.Registers.Sources;

/// <summary>« Lundi et jeudi : 14h à 18h. Mardi au vendredi, 9h-12h30 et 14h-18h » in the OSM grammar. What holds anything else (holidays, « sur rendez-vous »,
/// one week in two) is not translated at all: half a truth about hours sends people to a shut door.</summary>
internal static partial class HoursInWords
{
    private static readonly Dictionary<string, int> DayWords = new[] { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" }.SelectMany((d, i) => new[] { (d, i), ($"{d}s", i), (d[..3], i), ($"{d[..3]}s", i) }).ToDictionary(p => p.Item1, p => p.i);

    /// <returns>OSM hours, or null when the text says more than days and hours.</returns>
    public static string? Read(string text)
    {
        if (text.Length > 600) return null;
        var tokens = Tokens(text);
        if (tokens is null || tokens.Count == 0) return null;
        var times = new SortedDictionary<int, List<string>>();
        var at = 0;
        while (at < tokens.Count)
        {
            var days = Days(tokens, ref at);
            if (days.Count == 0) return null;
            var spans = Spans(tokens, ref at);
            if (spans is null) return null;
            foreach (var day in days) times.TryAdd(day, []);
            foreach (var day in days) times[day].AddRange(spans);
        }

        var rules = times.Where(t => t.Value.Count > 0).GroupBy(t => string.Join(',', t.Value.Distinct().Order(StringComparer.Ordinal))).Select(same => $"{Names([.. same.Select(d => d.Key)])} {same.Key}").ToList();
        return rules.Count > 0 && OpeningHours.Parse(string.Join("; ", rules)) is { Ok: true, Value: { } hours } ? hours.ToString() : null;
    }

    // Three days in a row are written as from the first to the last.
    private static string Names(IReadOnlyList<int> days)
    {
        var names = new List<string>();
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && days[last + 1] == days[last] + 1) last++;
            if (last - i >= 2) names.Add($"{PlaceColumns.Days[days[i]]}-{PlaceColumns.Days[days[last]]}");
            else names.AddRange(Enumerable.Range(i, last - i + 1).Select(d => PlaceColumns.Days[days[d]]));
            i = last + 1;
        }

        return string.Join(',', names);
    }

    // Days (d0..d6), times (t0930), « to » and « and »; null at the first word that is none of these.
    private static List<string>? Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (Match match in Pieces().Matches(Fold(text)))
        {
            if (match.Groups["word"].Value is { Length: > 0 } word)
            {
                if (DayWords.TryGetValue(word, out var day)) tokens.Add($"d{day}");
                else if (word is "au" or "a") tokens.Add("to");
                else if (word is "et") tokens.Add("and");
                else if (word is "ferme" or "fermee" or "fermeture") tokens.Add("closed");
                else if (word is "midi") tokens.Add("t1200");
                else if (word is not ("de" or "du" or "le" or "les" or "ouvert" or "ouverte" or "ouverture" or "horaires" or "horaire" or "puis" or "des" or "d" or "matin" or "apres" or "aprem" or "soir")) return null;
            }
            else if (match.Groups["h"].Success)
            {
                var (hour, minute) = (int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0);
                if (hour > 24 || minute > 59) return null;
                tokens.Add($"t{hour:00}{minute:00}");
            }
            else if (match.Value is "-" or "–") tokens.Add("to");
            else if (match.Value is "," or "/" or "&" or "+") tokens.Add("and");
            else if (match.Value is not (":" or ";" or "." or "|" or "(" or ")" or "*" or "•" or "\n")) return null;
        }

        return tokens;
    }

    private static List<int> Days(List<string> tokens, ref int at)
    {
        var days = new List<int>();
        while (at < tokens.Count && (tokens[at][0] == 'd' || (tokens[at] is "and" or "to" && (days.Count > 0 || tokens[at] == "and"))))
        {
            if (tokens[at] == "to" && at + 1 < tokens.Count && tokens[at + 1][0] == 'd')
            {
                for (var day = days[^1] + 1; day <= tokens[at + 1][1] - '0'; day++) days.Add(day);
                at += 2;
            }
            else if (tokens[at][0] == 'd') days.Add(tokens[at++][1] - '0');
            else if (at + 1 < tokens.Count && tokens[at + 1][0] == 'd') at++;
            else if (days.Count > 0 && at + 1 < tokens.Count && tokens[at + 1][0] == 't') { at++; break; }
            else return [];
        }

        return days;
    }

    private static List<string>? Spans(List<string> tokens, ref int at)
    {
        var spans = new List<string>();
        if (at < tokens.Count && tokens[at] == "closed") { at++; return spans; }
        while (at + 1 < tokens.Count && tokens[at][0] == 't' && tokens[at] != "to")
        {
            var from = tokens[at];
            if (tokens[at + 1] == "to" && at + 2 < tokens.Count && IsTime(tokens[at + 2])) { spans.Add($"{Clock(from)}-{Clock(tokens[at + 2])}"); at += 3; }
            else return null;
            if (at + 1 < tokens.Count && tokens[at] == "and" && IsTime(tokens[at + 1])) at++;
        }

        return spans.Count == 0 || spans.Any(s => string.CompareOrdinal(s[..5], s[6..]) >= 0) ? null : spans;
    }

    private static bool IsTime(string token) => token.Length == 5 && token[0] == 't';

    private static string Clock(string token) => $"{token[1..3]}:{token[3..]}";

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (LetterFolding.IsLooseAccent(letter)) continue;
            if (!LetterFolding.TryFold(letter, out var single, out var several)) folded.Append(letter);
            else if (several is not null) folded.Append(several);
            else folded.Append(single);
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"(?<h>[0-9]{1,2})\s?[h:]\s?(?<m>[0-9]{2})?(?![0-9a-z])|(?<word>[a-z]+)|[^\s]")]
    private static partial Regex Pieces();
}
