using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;

namespace Trame.Deliberate.Panels;

/// <summary>A base list: read, counted, drawn from, and let go. The same person twice is one; a homonym is another person.</summary>
public sealed record BaseList(ListReport Report, IReadOnlyList<BasePerson> People)
{
    public const int MostBytes = 60 << 20;

    private static readonly TableOptions Columns = new()
    {
        Aliases = new Dictionary<string, IReadOnlyList<string>>
        {
            ["nom"] = ["nom de naissance", "nom d’usage", "last_name", "surname"], ["prenom"] = ["prénoms", "first_name"], ["adresse"] = ["voie", "libellé de voie", "address"], ["commune"] = ["ville", "town"],
            ["code_postal"] = ["cp", "postcode"], ["secteur"] = ["quartier", "canton", "bureau de vote", "area"], ["naissance"] = ["date de naissance", "année de naissance", "birth"], ["menage"] = ["foyer", "household"],
        },
    };

    public static Outcome<BaseList> Read(byte[] file)
    {
        if (file.Length == 0) return new Refusal("convention.list.missing", "Given");
        if (file.Length > MostBytes) return new Refusal("convention.list.too-large", "Given", $"{MostBytes >> 20}");
        var (table, refused) = TableFile.Open(new MemoryStream(file), Columns);
        if (table is null) return new Refusal(refused!.TextKey, "Given", [.. refused.Args.Select(a => a.ToString() ?? "")]); // a table or a reason
        using (table)
        {
            if (!table.Headers.Has("nom") || !table.Headers.Has("adresse")) return new Refusal("convention.list.columns", "Given", string.Join(", ", table.Headers.Names));
            var (people, known, names, homonyms, rows, duplicates, unusable) = (new List<BasePerson>(), new HashSet<string>(), new Dictionary<string, int>(), 0, 0, 0, 0);
            foreach (var entry in table.Entries())
            {
                rows++;
                if (entry is not TableRow row || row["nom"].Trim().Length == 0 || row["adresse"].Trim().Length == 0)
                {
                    unusable++;
                    continue;
                }

                var home = row["menage"].Trim().Length > 0 ? row["menage"] : $"{row["adresse"]} {row["code_postal"]} {row["commune"]}";
                var person = new BasePerson(row["nom"].Trim(), row["prenom"].Trim(), row["adresse"].Trim(), $"{row["code_postal"].Trim()} {row["commune"].Trim()}".Trim(), row["secteur"].Trim(), row["naissance"].Trim(), Plain(home));
                var name = Plain($"{person.LastName} {person.FirstName}");
                if (!known.Add($"{name}/{Plain(person.Address)}/{Plain(person.Town)}/{Plain(person.Born)}"))
                {
                    duplicates++;
                    continue;
                }

                homonyms += names.TryGetValue(name, out var before) && before == 1 ? 2 : before > 1 ? 1 : 0;
                names[name] = before + 1;
                people.Add(person);
            }

            var areas = people.GroupBy(p => p.Area).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AreaCount(g.Key, g.Count())).ToList();
            return new BaseList(new(Convert.ToHexStringLower(SHA256.HashData(file)), rows, duplicates, homonyms, unusable, people.DistinctBy(p => p.Household).Count(), areas), people);
        }
    }

    /// <summary>Letters shared out between areas by the number of people (largest remainders), then people in an order drawn from the public values, one per household.</summary>
    public IReadOnlyList<BasePerson> Draw(int letters, string values)
    {
        var chance = new DrawStream(values);
        var (people, homes, drawn) = (Report.People, new HashSet<string>(), new List<BasePerson>());
        var shares = Report.Areas.Select(a => (Area: a, Exact: (double)letters * a.People / people)).Select(s => (s.Area, Whole: (int)s.Exact, Part: s.Exact - (int)s.Exact)).ToList();
        var more = shares.OrderByDescending(s => s.Part).ThenBy(s => s.Area.Area, StringComparer.Ordinal).Take(letters - shares.Sum(s => s.Whole)).Select(s => s.Area.Area).ToHashSet();
        foreach (var (area, whole, _) in shares)
        {
            var order = People.Where(p => p.Area == area.Area).ToList();
            chance.Shuffle(order);
            drawn.AddRange(order.Where(p => homes.Add(p.Household)).Take(whole + (more.Contains(area.Area) ? 1 : 0)));
        }

        chance.Shuffle(drawn);
        return drawn;
    }

    /// <summary>« 12, rue de l’Église » and « 12 RUE DE L EGLISE » are one address.</summary>
    internal static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormKD).ToUpperInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
