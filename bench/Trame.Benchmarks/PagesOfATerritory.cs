using Trame.Demo;

namespace Trame.Benchmarks;

/// <summary>An intercommunality with a large register: what each page costs beside an empty page of the same application.</summary>
internal static class PagesOfATerritory
{
    private static readonly (string Name, string Url)[] Pages =
    [
        ("home", "/"), ("list", "/occasions"), ("list, words", "/occasions?q=atelier+jardin"), ("list, filters", "/occasions?nature=lieu&gratuit=oui&acces=step-free"), ("list as a table", "/occasions?vue=tableau"),
    ];

    public static async Task Run(Options options)
    {
        var occasions = options.Occasions ?? 5_000;
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize(occasions));
        await using (var house = await House.Open(data))
        {
            var size = $"{occasions:N0} occasions";
            var empty = await house.Ask("/bench/vide", options.Requests);
            Table.Add("empty Razor page", size, empty.Times, $"{Kilobytes(empty.Bytes)}, {empty.Statements:0.#} SQL");
            foreach (var (name, url) in Pages)
            {
                if ((await house.Get(url)).Status != 200)
                {
                    Table.Add(name, size, "—", "—", $"{url} does not answer 200");
                    continue;
                }

                var page = await house.Ask(url, options.Requests);
                Table.Add(name, size, page.Times, $"× {page.Times.Median / empty.Times.Median:0.0} the empty page; {Kilobytes(page.Bytes)}, {page.Statements:0.#} SQL");
            }
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static string Kilobytes(double bytes) => $"{bytes / 1024:N0} kB";
}
