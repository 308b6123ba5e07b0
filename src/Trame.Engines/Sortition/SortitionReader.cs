using System.Globalization;
using System.Text;

namespace Trame.Engines.Sortition;

/// <summary>Reads the two files of a draw: categories with their quotas, and people.</summary>
/// <remarks>
/// Categories: columns category, feature, min, max, or feature, value, min, max; min_flex and max_flex if wanted. A category that is not a column of the people but two of them joined by
/// × * &amp; + or | is an intersection, and so is its value. People: one line each; the identifier is the column named id or ending in _id if there is one, else the number of the row from 1.
/// Case and outer spaces do not count.
/// </remarks>
public static class SortitionReader
{
    private static readonly char[] Joints = ['×', '*', '&', '+', '|'];

    /// <param name="categories">The file of categories.</param>
    /// <param name="people">The file of people.</param>
    /// <param name="size">Seats of a panel.</param>
    /// <param name="sameAddress">Columns of the people that together tell the household; empty: households do not count. Accents, punctuation, case and spaces are ignored in them.</param>
    /// <param name="alreadySelected">Identifiers of members who stay.</param>
    public static SortitionReading Read(TextReader categories, TextReader people, int size, IReadOnlyList<string> sameAddress, IReadOnlyList<string>? alreadySelected = null)
    {
        try
        {
            var (quotaLines, peopleLines) = (new InputLines(categories, inPeople: false), new InputLines(people, inPeople: true));
            var quotas = Quotas(quotaLines, peopleLines);
            string[] names = [.. quotas.SelectMany(q => (string?[])[q.Category, q.OtherCategory]).OfType<string>().DistinctBy(SortitionProblem.Same)];
            var pool = People(peopleLines, names, quotas, sameAddress);
            if (size > pool.Count) throw peopleLines.Fault(peopleLines.HeaderLine, "", InputMistake.TooFewPeople, pool.Count.ToString(CultureInfo.InvariantCulture));
            if (alreadySelected?.FirstOrDefault(id => pool.All(p => p.Id != id)) is { } unknown) throw peopleLines.Fault(peopleLines.HeaderLine, "", InputMistake.UnknownPerson, unknown);
            if (alreadySelected is { } stay && (stay.Count > size || stay.Distinct().Count() < stay.Count)) throw peopleLines.Fault(peopleLines.HeaderLine, "", InputMistake.TooManySelected, string.Join(", ", stay));
            return new(new(names, quotas, pool, size, alreadySelected), null);
        }
        catch (FaultException refused)
        {
            return new(null, refused.Fault);
        }
    }

    private static List<Quota> Quotas(InputLines lines, InputLines people)
    {
        var named = lines.Find("value") is not null;
        var (category, value) = named ? (lines.Column("feature", "category"), lines.Column("value")) : (lines.Column("category"), lines.Column("feature"));
        var (min, max, minFlex, maxFlex) = (lines.Column("min"), lines.Column("max"), lines.Find("min_flex"), lines.Find("max_flex"));
        var quotas = new List<(int Line, Quota Quota)>();
        foreach (var (line, cells) in lines.Rows())
        {
            if (cells[category].Length == 0) throw lines.Fault(line, lines.Headers[category], InputMistake.Blank, "");
            if (cells[value].Length == 0) throw lines.Fault(line, lines.Headers[value], InputMistake.Blank, "");
            var quota = new Quota(cells[category], cells[value], Number(min), Number(max));
            if (quota.Min > quota.Max) throw lines.Fault(line, lines.Headers[min], InputMistake.MinAboveMax, $"{quota.Min} > {quota.Max}");
            quota = quota with { MinFlex = minFlex is { } low && cells[low].Length > 0 ? Number(low) : 0, MaxFlex = maxFlex is { } high && cells[high].Length > 0 ? Number(high) : int.MaxValue };
            if (quota.MinFlex > quota.Min) throw lines.Fault(line, lines.Headers[minFlex!.Value], InputMistake.FlexInside, $"{quota.MinFlex} > {quota.Min}");
            if (quota.MaxFlex < quota.Max) throw lines.Fault(line, lines.Headers[maxFlex!.Value], InputMistake.FlexInside, $"{quota.MaxFlex} < {quota.Max}");
            if (quotas.Any(q => SortitionProblem.Same(q.Quota.Category) == SortitionProblem.Same(quota.Category) && SortitionProblem.Same(q.Quota.Value) == SortitionProblem.Same(quota.Value)))
                throw lines.Fault(line, lines.Headers[value], InputMistake.QuotaTwice, quota.Value);
            quotas.Add((line, quota));

            int Number(int column) => int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw lines.Fault(line, lines.Headers[column], InputMistake.NoNumber, cells[column]);
        }
        if (quotas.Count == 0) throw lines.Fault(lines.HeaderLine, "", InputMistake.NoRow, "");
        var plain = quotas.Select(q => q.Quota).Where(q => people.Find(q.Category) is not null).ToList();
        return [.. quotas.Select(q => people.Find(q.Quota.Category) is not null ? q.Quota : Intersection(lines, q.Line, q.Quota, plain, people))];
    }

    private static Quota Intersection(InputLines lines, int line, Quota quota, List<Quota> plain, InputLines people)
    {
        foreach (var (category, other) in Halves(quota.Category))
        {
            if (people.Find(category) is null || people.Find(other) is null) continue;
            foreach (var (value, otherValue) in Halves(quota.Value))
                if (Known(plain, category, value) && Known(plain, other, otherValue)) return quota with { Category = category, Value = value, OtherCategory = other, OtherValue = otherValue };
            throw lines.Fault(line, lines.Headers[lines.Find("value") ?? lines.Column("feature")], InputMistake.NoPlainQuota, quota.Value);
        }
        throw people.Fault(people.HeaderLine, quota.Category, InputMistake.NoColumn, string.Join(", ", people.Headers));
    }

    private static bool Known(List<Quota> plain, string category, string value) =>
        plain.Any(q => SortitionProblem.Same(q.Category) == SortitionProblem.Same(category) && SortitionProblem.Same(q.Value) == SortitionProblem.Same(value));

    private static IEnumerable<(string Left, string Right)> Halves(string text) =>
        text.Index().Where(letter => Joints.Contains(letter.Item)).Select(letter => (text[..letter.Index].Trim(), text[(letter.Index + 1)..].Trim()));

    private static List<Candidate> People(InputLines lines, string[] names, List<Quota> quotas, IReadOnlyList<string> sameAddress)
    {
        var (columns, address) = (names.Select(n => lines.Column(n)).ToArray(), sameAddress.Select(n => lines.Column(n)).ToArray());
        var known = names.Select(n => quotas.Where(q => q.OtherCategory is null && SortitionProblem.Same(q.Category) == SortitionProblem.Same(n)).Select(q => SortitionProblem.Same(q.Value)).ToHashSet()).ToArray();
        var id = lines.Find("id") ?? lines.Headers.Index().Where(h => SortitionProblem.Same(h.Item).EndsWith("_ID", StringComparison.Ordinal)).Select(h => (int?)h.Index).FirstOrDefault();
        var (pool, ids) = (new List<Candidate>(), new HashSet<string>());
        foreach (var (line, cells) in lines.Rows())
        {
            for (var c = 0; c < columns.Length; c++)
                if (!known[c].Contains(SortitionProblem.Same(cells[columns[c]]))) throw lines.Fault(line, lines.Headers[columns[c]], cells[columns[c]].Length == 0 ? InputMistake.Blank : InputMistake.UnknownValue, cells[columns[c]]);
            var name = id is { } at ? cells[at] : (pool.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (name.Length == 0) throw lines.Fault(line, lines.Headers[id!.Value], InputMistake.Blank, "");
            if (!ids.Add(name)) throw lines.Fault(line, lines.Headers[id!.Value], InputMistake.IdTwice, name);
            var home = string.Join('\n', address.Select(a => Plain(cells[a])));
            pool.Add(new(name, [.. columns.Select(c => cells[c])], home.Trim().Length == 0 ? null : home));
        }
        return pool.Count > 0 ? pool : throw lines.Fault(lines.HeaderLine, "", InputMistake.NoRow, "");
    }

    /// <summary>« 12, rue de l’Église » and « 12 RUE DE L EGLISE » are one address.</summary>
    private static string Plain(string address)
    {
        var letters = address.Normalize(NormalizationForm.FormKD).ToUpperInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
