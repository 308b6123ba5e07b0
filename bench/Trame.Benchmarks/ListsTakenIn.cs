using System.Diagnostics;
using System.Globalization;

namespace Trame.Benchmarks;

/// <summary>Public lists taken in by the command line's own verbs, compared with what is there, and found again; and a very long list read without writing.</summary>
internal static class ListsTakenIn
{
    private const int Long = 1_000_000;
    private const int Communes = 44;
    private const int PlacesOfACommune = 30;

    public static async Task<int> Run(Options options)
    {
        if (options.Lists is not { } lists || !Directory.Exists(lists))
        {
            await Console.Error.WriteLineAsync("bench: imports --lists DIR, the folder that holds france-services/liste-fs-20240801.csv and tiers-lieux/CGET_TiersLieux_2019.*");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("trame-bench-").FullName;
        try
        {
            await Trame(data, "space", "create", "--france", "--slug", "france");
            await TakeIn(lists, data);
            await ReadOnly(data);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }

        return 0;
    }

    private static async Task TakeIn(string lists, string data)
    {
        var files = Directory.EnumerateFiles(Path.Combine(lists, "france-services"), "liste-fs-*.csv").Concat(Directory.EnumerateFiles(Path.Combine(lists, "tiers-lieux"), "CGET_TiersLieux_2019.csv")).Append(Made(data)).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var file in files) await Trame(data, "import", "places", file, "--keep-good", "--same-above", "0.9");
        var taken = clock.Elapsed.TotalSeconds;
        await using var house = await House.Open(data);
        var first = Stopwatch.StartNew();
        var page = await house.Get("/occasions?q=mediatheque");
        Table.Add("lists taken in, duplicates looked for, and searchable (aim: under 20 s)", string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {Communes * PlacesOfACommune:N0} made-up places among them"), string.Create(CultureInfo.InvariantCulture, $"{taken:0.0} s"), "",
            string.Create(CultureInfo.InvariantCulture, $"first search afterwards {first.Elapsed.TotalMilliseconds:0} ms, answer {page.Status}"));
    }

    // Lists of communes are published nowhere in one form: one file, thirty made-up places for each of 44 communes.
    private static string Made(string data)
    {
        var file = Path.Combine(data, "communes.csv");
        File.WriteAllLines(file, ["id;nom;adresse;code_insee;commune", .. Enumerable.Range(1, Communes).SelectMany(commune => Enumerable.Range(1, PlacesOfACommune).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{commune}-{i};Salle associative {i} du quartier {commune};{i} rue des Écoles;{3000 + commune:00000};")))]);
        return file;
    }

    private static async Task ReadOnly(string data)
    {
        var file = Path.Combine(data, "longue.csv");
        await File.WriteAllLinesAsync(file, Rows());
        using var watch = new MemoryWatch();
        var clock = Stopwatch.StartNew();
        await Trame(data, "import", "places", file, "--dry-run", "--keep-good");
        Table.Add("a long list read without writing (aim: under 300 MB)", string.Create(CultureInfo.InvariantCulture, $"{Long:N0} rows, {new FileInfo(file).Length >> 20} MB"), string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s"), "",
            string.Create(CultureInfo.InvariantCulture, $"{Long / clock.Elapsed.TotalSeconds:N0} rows a second; {watch.Stop() >> 20} MB more than before, at most"));
    }

    private static IEnumerable<string> Rows()
    {
        yield return "id;nom;adresse;code_postal;commune;telephone;horaires;presentation";
        for (var i = 0; i < Long; i++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{i};Maison des voisins {i};{i % 200} rue de la République;03400;Yzeure;04 70 {i / 10000 % 100:00} {i / 100 % 100:00} {i % 100:00};Mo-Fr 09:00-17:00;Un lieu ouvert, un café, des ateliers");
    }

    // 2: some rows were refused and told, the good ones are in.
    private static async Task Trame(string data, params string[] words)
    {
        var told = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            if (await Program.Main([.. words, "--data", data, "--plain"]) is not (0 or 2) and var code) throw new InvalidOperationException($"trame {string.Join(' ', words)} answered {code}.");
        }
        finally
        {
            Console.SetOut(told);
        }
    }
}
