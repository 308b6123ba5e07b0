using System.Diagnostics;
using System.Text.RegularExpressions;
using Trame.Demo;
using Trame.Registers.Territories;

namespace Trame.Benchmarks;

/// <summary>34,969 communes in one SQLite file: home and search while nobody writes, and while somebody saves twice a second.</summary>
internal static partial class FranceInOneSpace
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    public static async Task Run(Options options)
    {
        var occasions = options.Occasions ?? 1_000_000;
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, TerritoryChoice.France, new DemoSize(occasions, options.Facts ?? occasions * 10));
        await using (var house = await House.Open(data))
        {
            var size = $"{occasions:N0} occasions";
            await Home(house, size, options.Requests);
            await Search(house, size);
            await WhileSomebodySaves(house, size);
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static async Task Home(House house, string size, int requests)
    {
        var clock = Stopwatch.StartNew();
        await house.Get("/");
        Table.Add("home, very first after start", size, Table.Milliseconds(clock.Elapsed.TotalMilliseconds), "", "pages compiled by the runtime, nothing remembered");
        var page = await house.Ask("/", requests);
        Table.Add("home", size, page.Times, $"{page.Bytes / 1024:N0} kB, {page.Statements:0.#} SQL");
        var empty = await house.Ask("/bench/vide", requests);
        Table.Add("empty Razor page", size, empty.Times);
    }

    private static async Task Search(House house, string size)
    {
        if ((await house.Get("/occasions")).Status != 200)
        {
            Table.Add("search", size, "—", "—", "/occasions does not answer 200");
            return;
        }

        var (all, slowest) = (new List<double>(), (Query: "", Median: 0.0));
        foreach (var query in Searches.All)
        {
            var times = new List<double>();
            await house.Get($"/occasions{query}");
            house.Meter.Take();
            for (var turn = 0; turn < 5; turn++)
                for (var (page, url) = (0, (string?)$"/occasions{query}"); page < 3 && url is not null; page++) url = Next((await house.Get(url)).Text);
            times.AddRange(house.Meter.Take().Select(s => s.Milliseconds));
            var one = new Timings(times);
            Console.WriteLine($"    {one.Median,8:0.0} ms  {one.P95,8:0.0} ms  /occasions{query}");
            if (one.Median > slowest.Median) slowest = (query, one.Median);
            all.AddRange(times);
        }

        Table.Add($"search, {Searches.All.Length} questions and their next pages", size, new Timings(all), $"slowest median {Table.Milliseconds(slowest.Median)}: {slowest.Query}");
    }

    private static async Task WhileSomebodySaves(House house, string size)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await using var writer = await Writer.SignIn(house);
        var saving = writer.SaveUntil(Pace, enough.Token);
        var (read, own) = (new List<double>(), new List<double>());
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var clock = Stopwatch.StartNew();
            await house.Get("/", i % 10 == 9 ? writer.Cookie : null);
            (i % 10 == 9 ? own : read).Add(clock.Elapsed.TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        Table.Add("home, while somebody saves twice a second", size, new Timings(read), $"{await saving} saves; longest {Table.Milliseconds(new Timings(read).Longest)}");
        Table.Add("home of the one who saves (sees their change at once)", size, new Timings(own));
    }

    private static string? Next(string page) => NextLink().Match(page) is { Success: true } found ? System.Net.WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("""<a[^>]*\brel="next"[^>]*\bhref="([^"]+)"|<a[^>]*\bhref="([^"]+)"[^>]*\brel="next""")]
    private static partial Regex NextLink();
}
