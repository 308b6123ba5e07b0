using System.Numerics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>The records of a space that is not too large, each as the words of all filters it answers to: how many each word would leave is counted without asking the database.</summary>
internal sealed class OccasionFacets
{
    private static readonly Facet[] Facets = [.. Numbered()];
    private static readonly int Bits = Facets[^1].First + Facets[^1].Codes.Count;
    private static readonly int Width = (Bits + 63) / 64;

    // Each word with the name of its filter in front: « domaine:culture ».
    private static readonly Dictionary<string, int> Number = Facets.SelectMany(f => f.Codes.Select((code, i) => (Word: $"{f.Name}:{code}", Bit: f.First + i))).ToDictionary(w => w.Word, w => w.Bit);
    private static readonly int OpenNowBit = Number[$"ouvert:{EnumWords.Write(OpenWhen.Now)}"];
    private static readonly Facet State = Facets.Single(f => f.Name == "etat");
    private static readonly Facet Stage = Facets.Single(f => f.Name == "etape");
    private static readonly OpenWhen[] ByTag = [.. Enum.GetValues<OpenWhen>().Where(w => w != OpenWhen.Now)];

    private readonly Dictionary<Guid, int> _at = [];
    private readonly List<ulong> _words = [];
    private readonly List<int> _hours = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>A filter and where its words begin.</summary>
    private sealed record Facet(string Name, IReadOnlyList<string> Codes, int First, bool AreAlternatives, Func<OccasionQuery, IReadOnlyList<string>> Chosen);

    private sealed class Row
    {
        public string IdText { get; init; } = "";
        public string Words { get; init; } = "";
        public string Hours { get; init; } = "";
    }

    /// <summary>Each text of hours once.</summary>
    public IReadOnlyCollection<string> Hours => _texts.Keys;

    /// <summary>Are all records here? A space with more of them than are ever counted keeps none.</summary>
    public bool AreAll { get; private init; } = true;

    public static async Task<OccasionFacets> Of(TrameDb db, LocalDate today, int most, CancellationToken stop)
    {
        const string Shown = "FROM occasion o WHERE o.merged_into_id IS NULL AND o.status <> 'proposed'";
        var (all, values) = (new OccasionFacets(), new List<object>());
        var sql = $"""
            WITH total AS (SELECT COUNT(*) AS n FROM (SELECT 1 {Shown} LIMIT {most + 1}) AS counted)
            SELECT * FROM (SELECT {OccasionRow.Id(db.Provider)}, {Words(db, today, values)} AS "Words", o.hours AS "Hours" {Shown} LIMIT (SELECT CASE WHEN n > {most} THEN 0 ELSE n END FROM total)) AS shown
            UNION ALL SELECT '', '', '' FROM total WHERE n > {most}
            """;
        foreach (var row in await db.Database.SqlQueryRaw<Row>(sql, [.. values]).ToListAsync(stop))
        {
            if (row.IdText.Length == 0) return new OccasionFacets { AreAll = false };
            all.Add(row);
        }

        return all;
    }

    /// <param name="db">Asked only for what is no list of words: what was typed, where, when.</param>
    /// <param name="q">The search.</param>
    /// <param name="known">What had to be looked up first.</param>
    /// <param name="now">What is open at this minute.</param>
    /// <param name="stop">Ends the question.</param>
    public async Task<(int Total, IReadOnlyDictionary<(string, string), int> Counts)> Count(TrameDb db, OccasionQuery q, SearchContext known, OpenNow now, CancellationToken stop)
    {
        var rest = OccasionCounts.Broad(q) with { Ties = [], Carriers = [], Openness = [], Open = [], Itinerant = false, Stages = [], Wanted = [], Statuses = [] };
        int[] rows = rest.IsNarrowed
            ? await Found(db, rest with { Statuses = [OccasionStatus.Open, OccasionStatus.Paused, OccasionStatus.Over, OccasionStatus.Closed] }, known with { OpenNow = null }, stop)
            : [.. Enumerable.Range(0, _hours.Count)];
        var (total, tallies) = Tallied(q, rows, OpenAt(now));
        return (total, Facets.SelectMany(f => f.Codes.Select((code, i) => ((f.Name, code), tallies[f.First + i]))).ToDictionary(c => c.Item1, c => c.Item2));
    }

    // A loop of thousands of turns in the first pages of a house that has just opened: compiled at its best from the start.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Total, int[] Tallies) Tallied(OccasionQuery q, int[] rows, bool[] open)
    {
        var wanted = Facets.Select(f => (Facet: f, Words: Mask(f, f.Chosen(q)))).Where(w => w.Words.Any(word => word != 0)).ToArray();
        var (total, tallies, words) = (0, new int[Bits], new ulong[Width]);
        foreach (var row in rows)
        {
            for (var w = 0; w < Width; w++) words[w] = _words[row * Width + w];
            if (open[row]) words[OpenNowBit / 64] |= 1UL << (OpenNowBit % 64);
            var (failed, last) = Failed(words, wanted);
            if (failed == 0)
            {
                total++;
                Tally(words, tallies, 0, Bits);
            }
            else if (failed == 1 && last!.AreAlternatives)
            {
                Tally(words, tallies, last.First, last.First + last.Codes.Count); // as if nothing of it were chosen
                if (last == State && q.Statuses.Count == 0) Tally(words, tallies, Stage.First, Stage.First + Stage.Codes.Count); // whoever asks for a stage finds what stopped or ended too
            }
        }

        return (total, tallies);
    }

    private async Task<int[]> Found(TrameDb db, OccasionQuery rest, SearchContext known, CancellationToken stop)
    {
        var where = new OccasionWhere(db).Add(rest, known);
        var sql = $"SELECT o.* FROM occasion o WHERE {where}";
        var ids = await db.Set<Occasion>().FromSqlRaw(sql, [.. where.Values]).Select(o => o.Id).ToListAsync(stop);
        return [.. ids.Select(id => _at.GetValueOrDefault(id, -1)).Where(row => row >= 0)]; // one that came since is counted the next time
    }

    private bool[] OpenAt(OpenNow now)
    {
        var texts = new bool[_texts.Count];
        foreach (var hours in now.Hours)
            if (_texts.TryGetValue(hours, out var text)) texts[text] = true;
        var open = _hours.Select(text => texts[text]).ToArray();
        foreach (var id in now.Ids)
            if (_at.TryGetValue(id, out var row)) open[row] = true;
        return open;
    }

    // Beyond one filter that does not hold, nothing is counted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Count, Facet? Last) Failed(ulong[] words, (Facet Facet, ulong[] Words)[] wanted)
    {
        var (count, last) = (0, (Facet?)null);
        foreach (var (facet, codes) in wanted)
        {
            if (Fits(words, codes, facet.AreAlternatives)) continue;
            (count, last) = (count + 1, facet);
            if (count == 2) break;
        }

        return (count, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Fits(ulong[] words, ulong[] wanted, bool any)
    {
        var (isAny, isAll) = (false, true);
        for (var w = 0; w < Width; w++)
        {
            isAny |= (words[w] & wanted[w]) != 0;
            isAll &= (words[w] & wanted[w]) == wanted[w];
        }

        return any ? isAny : isAll;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tally(ulong[] words, int[] tallies, int from, int to)
    {
        for (var w = from / 64; w <= (to - 1) / 64; w++)
            for (var left = words[w]; left != 0; left &= left - 1)
            {
                var bit = (w * 64) + BitOperations.TrailingZeroCount(left);
                if (bit >= from && bit < to) tallies[bit]++;
            }
    }

    private static ulong[] Mask(Facet facet, IReadOnlyList<string> codes)
    {
        var mask = new ulong[Width];
        for (var i = 0; i < facet.Codes.Count; i++)
            if (codes.Contains(facet.Codes[i])) mask[(facet.First + i) / 64] |= 1UL << ((facet.First + i) % 64);
        return mask;
    }

    private void Add(Row row)
    {
        _at[Guid.ParseExact(row.IdText, "N")] = _hours.Count;
        if (!_texts.TryGetValue(row.Hours, out var text)) _texts[row.Hours] = text = _texts.Count;
        _hours.Add(text);
        var at = _words.Count;
        for (var w = 0; w < Width; w++) _words.Add(0);
        foreach (var said in row.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (Number.TryGetValue(said, out var bit)) _words[at + bit / 64] |= 1UL << (bit % 64);
    }

    private static string Words(TrameDb db, LocalDate today, List<object> values)
    {
        values.Add(db.Stored(today));
        const string Reached = "CASE o.status WHEN 'closed' THEN ' etape:done' WHEN 'paused' THEN ' etape:stopped' WHEN 'open' THEN CASE WHEN o.starts_on <= {0} THEN ' etape:running' ELSE ' etape:' || o.early_stage END ELSE '' END";
        static string Each(string filter, string column) => $"CASE WHEN {column} = '' THEN '' ELSE ' {filter}:' || replace({column}, ' ', ' {filter}:') END";
        var opens = ByTag.Select(when =>
        {
            values.Add(SearchMatch.Of(db.Provider, FrenchTokens.Query(""), [[OccasionTags.Open(when)]]).Found!);
            var tagged = db.Provider == Provider.Sqlite ? $"o.seq IN (SELECT rowid FROM occasion_fts WHERE occasion_fts MATCH {{{values.Count - 1}}})" : $"o.search @@ {{{values.Count - 1}}}::tsquery";
            return $"CASE WHEN {tagged} THEN ' ouvert:{EnumWords.Write(when)}' ELSE '' END";
        });
        return string.Join(" || ", (string[])[
            "'nature:' || o.kind || ' etat:' || o.status || ' type:' || o.type || ' gratuit:' || o.cost", "CASE WHEN o.itinerant THEN ' itinerant:oui' ELSE '' END",
            "COALESCE(' porteur:' || o.carrier, '')", "COALESCE(' entree:' || o.openness, '')",
            Each("domaine", "o.fields"), Each("public", "o.audiences"), Each("lien", "o.ties"), Each("acces", "o.access"), Each("manque", "o.wanted"), $"CASE WHEN o.kind = 'project' THEN {Reached} ELSE '' END", .. opens]);
    }

    private static IEnumerable<Facet> Numbered()
    {
        var first = 0;
        foreach (var filter in OccasionFilter.All)
        {
            // Those of « acces » and « ouvert » must all hold; what is open is looked for where no state is asked.
            yield return new(filter.Name, filter.Codes, first, filter.Name is not ("acces" or "ouvert"),
                filter.Name == "etat" ? q => filter.Chosen(q) is { Count: > 0 } chosen ? chosen : q.Stages.Count > 0 ? [] : [EnumWords.Write(OccasionStatus.Open)] : filter.Chosen);
            first += filter.Codes.Count;
        }

        yield return new("gratuit", [EnumWords.Write(Cost.Free)], first, false, q => q.Free ? [EnumWords.Write(Cost.Free)] : []);
        yield return new("itinerant", ["oui"], first + 1, false, q => q.Itinerant ? ["oui"] : []);
    }
}
