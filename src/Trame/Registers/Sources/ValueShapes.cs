using System.Globalization;
using System.Text.RegularExpressions;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Time;

namespace Trame.Registers.Sources;

/// <summary>What the values of a column look like, as the share of those that are not empty.</summary>
internal sealed partial class ValueShapes
{
    private const int Longest = 400;
    private readonly List<string> _values;

    /// <param name="communes">Short names (see <see cref="Slug"/>) of the communes that are known here.</param>
    public ValueShapes(IEnumerable<string> cells, IReadOnlySet<string> communes)
    {
        var all = cells.ToList();
        _values = [.. all.Select(c => c.Trim()).Where(c => c.Length > 0).Select(c => c.Length > Longest ? c[..Longest] : c)];
        Filled = all.Count == 0 ? 0 : (double)_values.Count / all.Count;
        Distinct = _values.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Length = _values.Count == 0 ? 0 : _values.Average(v => v.Length);
        Email = Share(v => v.Contains('@') && EmailInside().IsMatch(v));
        Phone = Share(v => v.Count(char.IsAsciiDigit) is >= 4 and <= 24 && PhoneCells.French(v.Length > 10 && v[0] is '3' ? $"+{v}" : v).HasValue); // a spreadsheet takes the + for a sum
        Url = Share(v => v.Contains('.') && !v.Contains('@') && UrlShape().IsMatch(v));
        Latitude = Share(v => Number(v) is >= 41 and <= 51.6 or (>= -22 and <= 18.5 and not 0) && HasDecimals(v));
        Longitude = Share(v => Number(v) is >= -5.5 and <= 9.8 or (>= -64 and <= -50) or (>= 44 and <= 56) && HasDecimals(v));
        InFranceNorth = Share(v => Number(v) is >= 41 and <= 51.6);
        InFranceEast = Share(v => Number(v) is >= -5.5 and <= 9.8);
        Metres = Share(v => Number(v) is >= 100_000 and <= 7_300_000);
        PostalCode = Share(v => FrenchCodeCells.PostalCode(v) is { HasValue: true } && v.Length is 4 or 5);
        Insee = Share(v => FrenchCodeCells.Commune(v) is { HasValue: true });
        Siret = Share(v => FrenchCodeCells.Siret(v) is { HasValue: true });
        Rna = Share(v => FrenchCodeCells.Rna(v) is { HasValue: true });
        Point = Share(v => v.Length < 60 && CoordinateCells.Point(v) is { HasValue: true });
        Hours = Share(v => v.Length >= 5 && !double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && OpeningHours.Parse(v).Ok);
        HoursInWords = Share(v => DayName().IsMatch(v) && v.Any(char.IsAsciiDigit));
        DayHours = Share(v => ClockSpan().IsMatch(v));
        Date = Share(v => v.Length is >= 8 and <= 32 && v.Count(char.IsAsciiDigit) >= 6 && DateCells.Date(v) is { HasValue: true });
        Address = Share(v => StreetWord().IsMatch(v));
        Commune = Share(v => v.Length < 60 && communes.Contains(Slug.From(v)));
        Number_ = Share(v => Number(v) is not null);
        YesNo = Share(v => v.Length <= 8 && YesNoShape().IsMatch(v));
        Words = Share(v => v.Count(char.IsLetter) >= 3);
    }

    public double Filled { get; }
    public int Distinct { get; }
    public double Length { get; }
    public double Email { get; }
    public double Phone { get; }
    public double Url { get; }
    public double Latitude { get; }
    public double Longitude { get; }
    public double InFranceNorth { get; }
    public double InFranceEast { get; }
    public double Metres { get; }
    public double PostalCode { get; }
    public double Insee { get; }
    public double Siret { get; }
    public double Rna { get; }
    public double Point { get; }
    public double Hours { get; }
    public double HoursInWords { get; }
    public double DayHours { get; }
    public double Date { get; }
    public double Address { get; }
    public double Commune { get; }
    public double Number_ { get; }
    public double YesNo { get; }
    public double Words { get; }

    public int Count => _values.Count;

    public double Unique => _values.Count == 0 ? 0 : (double)Distinct / _values.Count;

    public IEnumerable<string> Values => _values;

    public double Share(Func<string, bool> is_) => _values.Count == 0 ? 0 : (double)_values.Count(is_) / _values.Count;

    private static double? Number(string text) => text.Length < 30 && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static bool HasDecimals(string text) => text.Length > 4 && (text.Contains('.') || text.Contains(','));

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.\w{2,}")]
    private static partial Regex EmailInside();

    [GeneratedRegex(@"\A(?:https?:/*|www\.)\S+|\A[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:/\S*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex UrlShape();

    [GeneratedRegex(@"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DayName();

    [GeneratedRegex(@"[0-9]{1,2}\s*[hH:]\s*(?:[0-9]{2})?\s*(?:-|–|à|a)\s*[0-9]{1,2}\s*[hH:]")]
    private static partial Regex ClockSpan();

    [GeneratedRegex(@"\b(?:rue|avenue|av|place|pl|boulevard|bd|chemin|route|impasse|all[ée]e|quai|square|cours|bourg|lieu[- ]dit|mail|sentier|rond[- ]point|esplanade|passage|faubourg|hameau|za|zac|zi|bis)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StreetWord();

    [GeneratedRegex(@"\A(?:oui|non|o|n|vrai|faux|true|false|yes|no|0|1|x)\z", RegexOptions.IgnoreCase)]
    private static partial Regex YesNoShape();
}
