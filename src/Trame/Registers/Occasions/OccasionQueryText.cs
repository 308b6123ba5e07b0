using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>A search as a link, in short French words, and back. What means nothing is left out and told; nothing that is typed can make it fail.</summary>
public static partial class OccasionQueryText
{
    private const int MostValues = 40;

    private static readonly Dictionary<OccasionSort, string> Sorts = new()
    {
        [OccasionSort.Name] = "nom", [OccasionSort.Next] = "prochain", [OccasionSort.Near] = "proche", [OccasionSort.Fresh] = "recent", [OccasionSort.Relevance] = "pertinence",
    };

    public static string Word(OccasionSort sort) => Sorts[sort];

    /// <returns>The search, and what was left out of the link, as sentences to tell.</returns>
    public static (OccasionQuery Query, IReadOnlyList<Refusal> LeftOut) Read(IEnumerable<KeyValuePair<string, StringValues>> link)
    {
        var reading = new Reading(link);
        var query = new OccasionQuery
        {
            Text = reading.Text("q"),
            Free = reading.Yes("gratuit"),
            Itinerant = reading.Yes("itinerant"),
            Freshness = reading.One("fraicheur", word => word switch { "verifie" => Freshness.Fresh, "ancien" => Freshness.Stale, _ => (Freshness?)null }),
            Territory = reading.Slug("commune"),
            Organisation = reading.Slug("organisation"),
            Near = reading.Near("pres"),
            Kilometres = reading.One("km", word => Number(word, 0.1, 200)),
            Minutes = (int?)reading.One("minutes", word => Number(word, 1, 120)),
            From = reading.One("du", Date),
            To = reading.One("au", Date),
            Sort = reading.One("tri", word => Sorts.FirstOrDefault(s => s.Value == word) is { Value: not null } found ? found.Key : (OccasionSort?)null),
            Cursor = reading.Raw("apres"),
            PageSize = (int)(reading.One("taille", word => Number(word, 1, OccasionQuery.LargestPage)) ?? OccasionQuery.UsualPage),
        };
        query = OccasionFilter.All.Aggregate(query, (q, filter) => filter.Choose(q, reading.Codes(filter)));
        if (query is { From: { } from, To: { } to } && to < from) query = query with { From = to, To = from };
        return (query, reading.LeftOut);
    }

    /// <summary>Without the question mark; empty when nothing is asked. The same search always gives the same link.</summary>
    public static string Print(OccasionQuery query)
    {
        var link = new StringBuilder();
        Add(link, "q", query.Text);
        foreach (var filter in OccasionFilter.All) Add(link, filter.Name, string.Join(',', filter.Chosen(query).Select(filter.Word)));
        if (query.Free) Add(link, "gratuit", "oui");
        if (query.Itinerant) Add(link, "itinerant", "oui");
        if (query.Freshness is { } freshness) Add(link, "fraicheur", freshness == Freshness.Fresh ? "verifie" : "ancien");
        Add(link, "commune", query.Territory);
        Add(link, "organisation", query.Organisation);
        Add(link, "pres", query.Near is { Point: { } at } ? Invariant($"{at.Latitude:0.#####},{at.Longitude:0.#####}") : query.Near?.Slug);
        if (query.Kilometres is { } km) Add(link, "km", Invariant($"{km:0.##}"));
        if (query.Minutes is { } minutes) Add(link, "minutes", Invariant($"{minutes}"));
        if (query.From is { } from) Add(link, "du", LocalDatePattern.Iso.Format(from));
        if (query.To is { } to) Add(link, "au", LocalDatePattern.Iso.Format(to));
        if (query.Sort is { } sort) Add(link, "tri", Sorts[sort]);
        if (query.PageSize != OccasionQuery.UsualPage) Add(link, "taille", Invariant($"{query.PageSize}"));
        Add(link, "apres", query.Cursor);
        return link.ToString();
    }

    private static void Add(StringBuilder link, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (link.Length > 0) link.Append('&');
        link.Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static double? Number(string word, double least, double most) =>
        double.TryParse(word.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n : null;

    private static LocalDate? Date(string word) => LocalDatePattern.Iso.Parse(word) is { Success: true, Value: { Year: > 1900 and < 2200 } } date ? date.Value : null;

    [GeneratedRegex("^[a-z0-9-]{1,80}$")]
    private static partial Regex SlugShape();

    // « 46,5661 ; 3,3544 », « 46,5661, 3,3544 »: numbers as French writes them, or two parted by something else than a comma.
    [GeneratedRegex(@"^\s*(-?\d{1,3}(?:,\d+))\s*[;, ]\s*(-?\d{1,3}(?:,\d+))\s*$")]
    private static partial Regex FrenchPoint();

    private sealed class Reading(IEnumerable<KeyValuePair<string, StringValues>> link)
    {
        private readonly Dictionary<string, StringValues> _link = link.GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.OrdinalIgnoreCase);

        public List<Refusal> LeftOut { get; } = [];

        // Through UTF-8 and back: a lone half of a character cannot be sent to a database.
        public string? Raw(string name) => _link.TryGetValue(name, out var values) && values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) is { } value
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)).Replace("\0", "", StringComparison.Ordinal).Trim() : null;

        public string Text(string name)
        {
            var text = Raw(name) ?? "";
            if (text.Length <= OccasionQuery.LongestText) return text;
            LeftOut.Add(new Refusal("find.notice.long", name, $"{OccasionQuery.LongestText}"));
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text[..OccasionQuery.LongestText])).TrimEnd();
        }

        public bool Yes(string name) => One(name, word => word is "oui" or "1" or "true" or "on" ? true : word is "non" or "0" or "false" ? false : (bool?)null) ?? false;

        public T? One<T>(string name, Func<string, T?> read) where T : struct
        {
            if (Raw(name) is not { } word) return null;
            if (word.Length <= OccasionQuery.LongestText && read(word) is { } value) return value;
            Tell(name, word);
            return null;
        }

        public string? Slug(string name)
        {
            if (Raw(name) is not { } word) return null;
            if (SlugShape().IsMatch(word)) return word;
            Tell(name, word);
            return null;
        }

        public NearPoint? Near(string name)
        {
            if (Raw(name) is not { } word) return null;
            var parts = FrenchPoint().Match(word) is { Success: true } match ? [match.Groups[1].Value.Replace(',', '.'), match.Groups[2].Value.Replace(',', '.')] : word.Split([',', ';'], StringSplitOptions.TrimEntries);
            if (parts is [var north, var east] && Coordinate(north) is { } latitude && Coordinate(east) is { } longitude && GeoPoint.Of(longitude, latitude) is { } point)
                return new NearPoint(null, point);
            return Slug(name) is { } slug ? new NearPoint(slug, null) : null;
        }

        public IReadOnlyList<string> Codes(OccasionFilter filter)
        {
            if (!_link.TryGetValue(filter.Name, out var values)) return [];
            var codes = new List<string>();
            foreach (var word in values.SelectMany(v => (v ?? "").Split(',', MostValues, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(MostValues))
            {
                if (filter.CodeOf(word) is { } code) codes.Add(code);
                else Tell(filter.Name, word);
            }

            return codes;
        }

        private void Tell(string name, string word) => LeftOut.Add(new Refusal("find.notice.unknown", name, name, word.Length > 40 ? $"{word[..39]}…" : word));

        private static double? Coordinate(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
