using System.Globalization;
using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

/// <summary>The turnover tables of shared/data/sdc, one or several linked.</summary>
internal static class PublicTables
{
    private static readonly string[] Figures = ["N_OBS", "TOT", "MAX"];

    public static DisclosureTable Turnover(params string[] names)
    {
        var files = names.Select(n => Rows($"turnover_{n}")).ToArray();
        string[] dims = [.. files.SelectMany(f => f[0].Except(Figures)).Distinct()];
        var tables = files.Select(f => (IReadOnlyList<TableCell>)[.. f.Skip(1).Select(r => new TableCell([.. dims.Select(d => Array.IndexOf(f[0], d) is >= 0 and var k ? r[k] : "Total")], Number(r[^3]), Number(r[^2]), Number(r[^1])))]).ToArray();
        var reading = DisclosureTable.Of(dims, [.. dims.Select((d, k) => d switch
        {
            "ACTIVITY" => CodeHierarchy.FromLevels("Total", Rows("activity_corr_table").Skip(1)),
            "NUTS" => CodeHierarchy.FromLevels("Total", Rows("nuts23_fr_corr_table").Skip(1)),
            _ => CodeHierarchy.Flat("Total", tables.SelectMany(t => t.Select(c => c.Codes[k])).Where(c => c != "Total").Distinct()),
        })], tables);
        return reading.Table.ShouldNotBeNull(reading.Problem?.ToString());
    }

    private static string[][] Rows(string name) => [.. File.ReadAllLines(SharedData.Path("sdc", $"rtauargus_{name}.csv")).Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
