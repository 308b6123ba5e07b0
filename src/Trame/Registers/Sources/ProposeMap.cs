using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>
/// Proposes what each column of a list of places says, from its name, from what its values look like, and from the lists that are known. A name that the
/// values contradict loses; a column about somebody is left out (R4). What is not sure is left out rather than guessed.
/// </summary>
internal static class ProposeMap
{
    public const int Sampled = 400;

    private const double Enough = 0.5;

    private sealed record Candidate(int Column, string Field, double Score, string Why);

    /// <param name="communes">Short names of the communes that are known here.</param>
    public static ColumnMap Of(TableHeaders headers, TableFormat format, IReadOnlyList<TableRow> sample, IReadOnlySet<string> communes)
    {
        var known = KnownFormats.Of(headers.Names);
        var shapes = headers.Names.Select((_, i) => new ValueShapes(sample.Select(r => r.Cells[i]), communes)).ToList();
        var settled = new Dictionary<int, Candidate>();
        var candidates = new List<Candidate>();
        for (var column = 0; column < shapes.Count; column++)
        {
            if (known?.Fields.TryGetValue(TableHeaders.Key(headers.Names[column]), out var field) == true) settled[column] = new(column, field, 1, "sources.why.known");
            else candidates.AddRange(Candidates(column, headers.Names[column], shapes[column], isKnownList: known is not null));
        }

        Assign(candidates, settled);
        PairPoints(settled, shapes);
        if (!settled.Values.Any(c => c.Field == "name")) NameByShape(headers, settled, shapes);
        return new ColumnMap
        {
            Format = known?.Key, Scheme = known?.Scheme, Type = known?.Type, Sheet = format.Sheet,
            Columns = [.. headers.Names.Select((name, i) => settled.TryGetValue(i, out var c) ? new MappedColumn(name, c.Field, c.Score) { Why = c.Why } : new MappedColumn(name, "", 0) { Why = "sources.why.nothing" })],
        };
    }

    private static IEnumerable<Candidate> Candidates(int column, string header, ValueShapes shapes, bool isKnownList)
    {
        var words = HeaderWords.Of(header);
        var exact = PlaceColumns.Named(header);
        if (exact == "hours-note" && Math.Max(shapes.Hours, shapes.HoursInWords) > 0.5) exact = "hours"; // « Ouverture » says the hours in one list and a remark in another
        if (exact == "type" && Translated("carrier", shapes) is var carrier && carrier > Translated("type", shapes) && carrier > 0.5) yield return new(column, "carrier", 0.6 + (0.4 * carrier), "sources.why.values");
        if (exact is not null && Judge(exact, 1, shapes, words, isExact: true) is { } sure) yield return new(column, exact, sure, sure > 0.85 ? "sources.why.name" : "sources.why.both");
        foreach (var (key, names) in PlaceColumns.Aliases)
        {
            if (key == exact) continue;
            var near = names.Prepend(key).Max(n => HeaderWords.Likeness(words, HeaderWords.Of(n)));
            if (near >= 0.5 && Judge(key, near, shapes, words, isExact: false) is { } likely) yield return new(column, key, likely, "sources.why.both");
        }

        if (!isKnownList)
            foreach (var (field, share) in ByShape(shapes, words))
                yield return new(column, field, 0.5 + (0.1 * share), "sources.why.values");
    }

    /// <summary>The name's score once the values were heard; null when they contradict it.</summary>
    private static double? Judge(string field, double name, ValueShapes v, IReadOnlyList<string> words, bool isExact)
    {
        if (v.Count == 0) return isExact ? name * 0.8 : name * 0.5; // an empty column costs nothing and says nothing
        double? fits = field switch
        {
            "email" => v.Email, "phone" => v.Phone, "website" => v.Url, "acceslibre" => v.Url,
            "latitude" => Math.Max(v.Latitude, v.Metres), "longitude" => Math.Max(v.Longitude, v.Metres), PlaceColumns.Point => v.Point,
            "postal-code" => v.PostalCode, "commune-code" => v.Insee, "siret" => Math.Max(v.Siret, v.Rna), "rna" => v.Rna,
            "hours" => isExact ? 1 : Math.Max(v.Hours, Math.Max(v.HoursInWords, v.DayHours)),
            PlaceColumns.Updated => v.Date,
            "itinerant" or "cost" or "carrier" or "type" => isExact ? Math.Max(0.6, Translated(field, v)) : Translated(field, v),
            "audiences" or "fields" or "access" or "ties" => isExact ? Math.Max(0.5, Translated(field, v)) : Translated(field, v),
            "name" => v.Words > 0.8 && v.Length < 130 ? 1 : isExact && v.Number_ < 0.5 ? 0.7 : 0.2,
            "territory" => v.Share(c => c.Length < 60) * (v.Number_ > 0.5 ? 0 : 1),
            "address" => v.Number_ > 0.5 || v.Email > 0.3 || v.Url > 0.5 ? 0 : Math.Max(v.Address, isExact ? 0.7 : 0),
            "capacity" => v.Number_, "id" => isExact ? 1 : v.Unique >= 0.99 && v.Length < 60 ? 1 : 0,
            "description" or "summary" => v.Length > 25 || isExact ? 1 : 0,
            "organisation" or "codes" => isExact ? 0.6 : 0,
            _ => null,
        };
        if ((field == "hours" && v.Url > 0.5) || (field == "hours-note" && Math.Max(v.Hours, v.HoursInWords) > 0.5)) return null;
        if (fits is < 0.3 && !(isExact && CanBeWrong(field) && fits > 0)) return isExact && CanBeWrong(field) && v.Count < 3 ? name * 0.9 : null; // a wrong cell or two must be told, not hidden
        return (fits is { } share ? name * (0.55 + (0.45 * share)) : name) - (v.Count > 0 && words is ["lien" or "url" or "libelle" or "titre" or "code"] ? 0.2 : 0); // words that are said of anything
    }

    private static bool CanBeWrong(string field) => field is "email" or "phone" or "website" or "latitude" or "longitude" or "postal-code" or "commune-code" or "capacity" or "cost" or "itinerant" or "type" or "audiences" or "access";

    private static IEnumerable<(string Field, double Share)> ByShape(ValueShapes v, IReadOnlyList<string> words)
    {
        if (v.Count < 3 || words.Any(HeaderWords.AboutSomebody.Contains)) yield break;
        if (v.Email >= 0.8) yield return ("email", v.Email);
        if (v.Phone >= 0.8 && v.Length >= 9 && v.Siret < 0.3 && v.Latitude < 0.5 && v.Longitude < 0.5) yield return ("phone", v.Phone);
        if (v.Siret >= 0.8) yield return ("siret", v.Siret);
        if (v.Rna >= 0.8) yield return ("rna", v.Rna);
        if (v.Point >= 0.9) yield return (PlaceColumns.Point, v.Point);
        if (v.Latitude >= 0.95 && v.InFranceEast < 0.5) yield return ("latitude", v.Latitude);
        if (v.Longitude >= 0.95 && v.InFranceNorth < 0.5) yield return ("longitude", v.Longitude);
        if (v.Hours >= 0.7 || (v.HoursInWords >= 0.6 && v.Length < 300)) yield return ("hours", Math.Max(v.Hours, v.HoursInWords));
        if (v.Commune >= 0.9 && v.Distinct > 1) yield return ("territory", v.Commune);
        if (v.Address >= 0.7 && v.Unique > 0.3 && v.Length is > 8 and < 120) yield return ("address", v.Address);
        if (v.Url >= 0.8 && v.Unique > 0.5) yield return ("website", v.Url);
        // « Accès WIFI » or nothing: a column that says one thing of those that have it.
        if (v.Distinct == 1 && v.Filled < 0.98 && v.Length is > 6 and < 80 && v.Words == 1 && v.Url + v.Email + v.YesNo == 0) yield return ("offers", 1);
    }

    private static double Translated(string field, ValueShapes v) => PlaceWords.Knows(field) ? v.Share(c => PlaceWords.Of(field, c).Said.Length > 0) : 0;

    // The surest first; a field that only one column may say is said by one.
    private static void Assign(List<Candidate> candidates, Dictionary<int, Candidate> settled)
    {
        foreach (var candidate in candidates.Where(c => c.Score >= Enough).OrderByDescending(c => c.Score).ThenBy(c => c.Column))
        {
            var several = PlaceColumns.Several.Contains(candidate.Field) || (candidate.Field.StartsWith(PlaceColumns.DayPrefix, StringComparison.Ordinal) && PlaceColumns.Days.Contains(candidate.Field[PlaceColumns.DayPrefix.Length..]));
            if (settled.ContainsKey(candidate.Column) || (!several && settled.Values.Any(s => s.Field == candidate.Field))) continue;
            settled[candidate.Column] = candidate;
        }
    }

    // « Coord. X » holds latitudes in some lists: the values decide. One coordinate without the other is none.
    private static void PairPoints(Dictionary<int, Candidate> settled, List<ValueShapes> shapes)
    {
        var north = settled.Values.FirstOrDefault(c => c.Field == "latitude");
        var east = settled.Values.FirstOrDefault(c => c.Field == "longitude");
        if (north is null || east is null) return;
        if (shapes[north.Column].InFranceEast > 0.9 && shapes[east.Column].InFranceNorth > 0.9 && shapes[north.Column].InFranceNorth < 0.5)
            (settled[north.Column], settled[east.Column]) = (north with { Field = "longitude", Why = "sources.why.values" }, east with { Field = "latitude", Why = "sources.why.values" });
        if (settled.Values.FirstOrDefault(c => c.Field == PlaceColumns.Point) is { } both) settled.Remove(both.Column);
    }

    private static void NameByShape(TableHeaders headers, Dictionary<int, Candidate> settled, List<ValueShapes> shapes)
    {
        var best = Enumerable.Range(0, shapes.Count).Where(i => !settled.ContainsKey(i) && shapes[i] is { Count: > 2, Words: > 0.9, Length: > 5 and < 90, Unique: > 0.6, Address: < 0.5, Date: < 0.5, Url: < 0.5 } && !HeaderWords.Of(headers.Names[i]).Any(HeaderWords.AboutSomebody.Contains))
            .Select(i => new Candidate(i, "name", 0.5, "sources.why.values")).FirstOrDefault();
        if (best is not null) settled[best.Column] = best;
    }
}
