using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Trame.Engines.Cooperation;
using Trame.Foundation;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Cooperate.Network;

/// <summary><c>trame communities compare</c>: how much one division of the same nodes tells of another.</summary>
internal static class CompareVerb
{
    private sealed record Member(string Node, string Community, int Line);

    public static Command Of(CommandHost host)
    {
        var first = new Argument<FileInfo>("first") { Description = Texts.Get("cli.communities.compare.file") };
        var second = new Argument<FileInfo>("second") { Description = Texts.Get("cli.communities.compare.other") };
        var compare = new Command("compare", Texts.Get("cli.communities.compare")) { first, second, host.Json };
        compare.SetAction((parsed, _) => Run(parsed.GetValue(first)!, parsed.GetValue(second)!, parsed.GetValue(host.Json)));
        return compare;
    }

    private static async Task<int> Run(FileInfo first, FileInfo second, bool json)
    {
        foreach (var file in (FileInfo[])[first, second])
            if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
        var (a, b) = (Division(first), Division(second));
        if ((a.Fault ?? b.Fault) is { } fault) return await fault.Fail();
        if ((Missing(a, b, first, second) ?? Missing(b, a, second, first)) is { } missing) return await missing.Fail();
        var nodes = a.Rows.Keys.ToList();
        var told = PartitionAgreement.Of(Numbers(nodes.Select(n => a.Rows[n].Community)), Numbers(nodes.Select(n => b.Rows[n].Community)));
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { told.Nmi, Ari = told.Rand, told.Ami, Nodes = nodes.Count }, JsonSerializerOptions.Web)
            : Texts.Get("network.compared", nodes.Count, Words(told.Nmi), Words(told.Rand), Words(told.Ami)));
        return 0;
    }

    private static (Dictionary<string, Member> Rows, StrictTable.Fault? Fault) Division(FileInfo file)
    {
        var seen = new Dictionary<string, Member>();
        var (_, _, fault) = StrictTable.Read(file, ["node", "community"], row =>
        {
            var (node, community) = (row["node"].Trim(), row["community"].Trim());
            if (node.Length == 0 || community.Length == 0) return ("", row.Error(node.Length == 0 ? "node" : "community", new("import.cell-needed")));
            return seen.TryAdd(node, new(node, community, row.LineNumber)) ? (node, null) : ("", row.Error("node", new("network.twice", node)));
        });
        return (seen, fault);
    }

    private static StrictTable.Fault? Missing((Dictionary<string, Member> Rows, StrictTable.Fault?) here, (Dictionary<string, Member> Rows, StrictTable.Fault?) there, FileInfo file, FileInfo other) =>
        here.Rows.Values.FirstOrDefault(m => !there.Rows.ContainsKey(m.Node)) is { } alone ? new(file.Name, alone.Line, 1, Texts.Get("network.alone", alone.Node, other.Name)) : null;

    private static int[] Numbers(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>();
        return [.. names.Select(name => numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count)];
    }

    private static string Words(double value) => value.ToString("0.000", CultureInfo.CurrentUICulture);
}
