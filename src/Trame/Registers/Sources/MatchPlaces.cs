using Trame.Foundation.Geo;
using Trame.Foundation.Text;

namespace Trame.Registers.Sources;

/// <summary>
/// Which known places a record may be. Candidates are few: those within some 300 metres, of the same telephone, SIRET or address, or with a telling word of the
/// name in the same commune. Each is then compared on name, address, telephone, SIRET and distance, and what was compared is told with the answer.
/// </summary>
/// <remarks>
/// The likeness is 1 / (1 + e^−x) of a sum of weights for and against, set by hand in the manner of Fellegi and Sunter (1969, "A Theory for Record Linkage") and checked on generated
/// records whose truth is known: it orders and separates, it is no probability. A telephone or an address that many records share speaks for
/// nothing. Deterministic. Built in O(n); one question costs its candidates, at most <see cref="MostCandidates"/>. Not changed once built: many may ask at once.
/// </remarks>
public sealed class MatchPlaces
{
    public const int MostCandidates = 300;

    private const double Cell = 0.003;
    private const int MostInBlock = 60;
    private const double SameJoined = 0.97;

    private readonly Compared[] _all;
    private readonly Dictionary<string, List<int>> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);

    private sealed record Compared(PlaceCard Card, IReadOnlyList<string> Words, AddressWords Address, string Phone)
    {
        public string Joined { get; } = string.Concat(Words);

        public IReadOnlyList<(string Word, double Weight)> Weighted { get; set; } = [];
    }

    public MatchPlaces(IEnumerable<PlaceCard> known)
    {
        _all = [.. known.Select(Compare)];
        foreach (var word in _all.SelectMany(c => c.Words)) _holders[word] = _holders.GetValueOrDefault(word) + 1;
        for (var i = 0; i < _all.Length; i++)
        {
            _all[i].Weighted = Weigh(_all[i].Words);
            foreach (var block in Blocks(_all[i], around: false))
            {
                if (!_blocks.TryGetValue(block, out var list)) _blocks[block] = list = [];
                list.Add(i);
            }
        }
    }

    /// <summary>Places this record resembles enough to ask somebody, the likeliest first; itself left out.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Resemblance> Of(PlaceCard card, int most = 3)
    {
        var asked = Compare(card);
        asked.Weighted = Weigh(asked.Words);
        var candidates = new HashSet<int>();
        foreach (var block in Blocks(asked, around: true))
            if (_blocks.TryGetValue(block, out var list) && (list.Count <= MostInBlock || block[0] is 'g'))
                foreach (var candidate in list)
                    if (candidates.Count < MostCandidates) candidates.Add(candidate);
        return [.. candidates.Where(c => _all[c].Card.Key != card.Key).Select(c => Judge(asked, _all[c])).Where(r => r.Likeness >= Resemblance.Ask)
            .OrderByDescending(r => r.Likeness).ThenBy(r => r.Key, StringComparer.Ordinal).Take(most)];
    }

    private Resemblance Judge(Compared a, Compared b)
    {
        var parts = new List<ResemblancePart>(5);
        var name = WordLikeness.OfLists(a.Weighted, b.Weighted);
        if (name < 0.85 && WordLikeness.OfWords(a.Joined, b.Joined) >= SameJoined) name = 0.85; // a blank too many or too few
        parts.Add(new("name", name));
        var telling = Math.Min(a.Weighted.Select(w => w.Weight).DefaultIfEmpty(0).Max(), b.Weighted.Select(w => w.Weight).DefaultIfEmpty(0).Max());
        var sum = -3.2 + NameWeight(name, telling);
        if (a.Address.Likeness(b.Address) is { } address)
        {
            parts.Add(new("address", address));
            sum += (address >= 0.85 ? 2.6 : address >= 0.6 ? 0.8 : -0.9) * (address >= 0.6 ? Alone(AddressBlock(a)) : 1);
        }

        if (a.Phone.Length > 0 && b.Phone.Length > 0)
        {
            var same = a.Phone == b.Phone;
            parts.Add(new("phone", same ? 1 : 0));
            sum += same ? 2.8 * Alone($"p{a.Phone}") : -0.8;
        }

        if (a.Card.Siret.Length >= 9 && b.Card.Siret.Length >= 9)
        {
            var same = a.Card.Siret == b.Card.Siret;
            parts.Add(new("siret", same ? 1 : a.Card.Siret[..9] == b.Card.Siret[..9] ? 0.5 : 0));
            sum += same ? 3.0 * Alone($"s{a.Card.Siret}") : a.Card.Siret[..9] == b.Card.Siret[..9] ? 0.3 : -1.4;
        }

        sum += Distance(a.Card, b.Card, parts);
        // Under two names, one door and one telephone may be two neighbours as well as one place renamed: somebody must say, unless the SIRET does.
        var sameHolder = a.Card.Siret.Length == 14 && a.Card.Siret == b.Card.Siret;
        return new(b.Card.Key, Math.Round(Math.Min(1 / (1 + Math.Exp(-sum)), name < 0.5 && !sameHolder ? Resemblance.Sure - 0.01 : 1), 4), parts);
    }

    // A name of common words alone (« Salle polyvalente ») tells less than « Recyclerie du Vieux Moulin ».
    private static double NameWeight(double name, double telling) => name switch
    {
        >= 0.93 => telling >= 0.4 ? 5.0 : 2.6,
        >= 0.8 => telling >= 0.4 ? 3.6 : 1.6,
        >= 0.65 => 1.2,
        >= 0.5 => -0.4,
        >= 0.3 => -1.8,
        _ => -2.8,
    };

    private static double Distance(PlaceCard a, PlaceCard b, List<ResemblancePart> parts)
    {
        if (Point(a) is not { } from || Point(b) is not { } to)
        {
            var sameArea = a.Area.Length > 0 && a.Area == b.Area;
            return sameArea ? 0.3 : a.Area.Length > 0 && b.Area.Length > 0 ? -3 : 0;
        }

        var metres = GeoDistance.Metres(from, to);
        parts.Add(new("distance", Math.Round(Math.Exp(-metres / 300), 4), (int)Math.Min(metres, 1_000_000)));
        return metres switch { <= 40 => 1.8, <= 150 => 1.2, <= 500 => 0.4, <= 1_500 => -0.4, <= 4_000 => -1.2, _ => -3.4 };
    }

    // One divided by how many records of the register have it too, softened: shared by two says less, shared by ten says nothing.
    private double Alone(string block)
    {
        var holders = _blocks.TryGetValue(block, out var list) ? list.Count : 0;
        return holders <= 1 ? 1 : holders == 2 ? 0.55 : holders <= 4 ? 0.25 : 0.05;
    }

    private static Compared Compare(PlaceCard card) => new(card, PlaceNameWords.Of(card.Name), AddressWords.Of(card.Address), Digits(card.Phone));

    private List<(string, double)> Weigh(IReadOnlyList<string> words) => [.. words.Select(w => (w, PlaceNameWords.Weight(w, _holders.GetValueOrDefault(w), _all.Length)))];

    private static IEnumerable<string> Blocks(Compared c, bool around)
    {
        if (c.Phone.Length > 0) yield return $"p{c.Phone}";
        if (c.Card.Siret.Length == 14) yield return $"s{c.Card.Siret}";
        if (c.Address.Street.Count > 0) yield return AddressBlock(c);
        foreach (var word in c.Words)
        {
            yield return $"w{c.Card.Area}/{word}";
            if (word.Length >= 5) yield return $"b{c.Card.Area}/{word[..4]}"; // a slip of the pen spares the beginning, most often
        }

        foreach (var pair in Pairs(c.Words)) yield return $"n{c.Card.Area}/{pair}"; // common words one by one fill their block; two together do not
        if (Point(c.Card) is not { } at) yield break;
        var (x, y) = ((int)Math.Floor(at.Longitude / (Cell * 1.4)), (int)Math.Floor(at.Latitude / Cell));
        for (var dx = around ? -1 : 0; dx <= (around ? 1 : 0); dx++)
            for (var dy = around ? -1 : 0; dy <= (around ? 1 : 0); dy++) yield return $"g{x + dx}/{y + dy}";
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<string> words)
    {
        for (var i = 0; i < Math.Min(words.Count, 5); i++)
            for (var j = i + 1; j < Math.Min(words.Count, 5); j++) yield return string.CompareOrdinal(words[i], words[j]) < 0 ? $"{words[i]} {words[j]}" : $"{words[j]} {words[i]}";
    }

    private static string AddressBlock(Compared c) => $"a{c.Card.Area}/{c.Address.Number}/{c.Address.Street.Where(s => s.Weight >= 1).Select(s => s.Word).DefaultIfEmpty("").Max()}";

    private static string Digits(string phone)
    {
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        return digits.Length >= 9 ? digits[^9..] : "";
    }

    private static GeoPoint? Point(PlaceCard card) => card is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null;
}
