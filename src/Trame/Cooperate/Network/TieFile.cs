using Trame.Engines.Cooperation;
using Trame.Foundation.Tables;

namespace Trame.Cooperate.Network;

/// <summary>Ties from a table « source,target[,weight] »; names become numbers in the order in which they are met.</summary>
internal sealed record TieFile(IReadOnlyList<string> Names, IReadOnlyList<Tie> Ties, StrictTable.Fault? Fault)
{
    public static TieFile Read(FileInfo file)
    {
        var (numbers, names) = (new Dictionary<string, int>(), new List<string>());
        var (ties, _, fault) = StrictTable.Read(file, ["source", "target"], row => One(row, numbers, names));
        return new(names, ties, fault);
    }

    private static (Tie, RowError?) One(TableRow row, Dictionary<string, int> numbers, List<string> names)
    {
        var (source, target) = (row["source"].Trim(), row["target"].Trim());
        if (source.Length == 0 || target.Length == 0) return (default, row.Error(source.Length == 0 ? "source" : "target", new("import.cell-needed")));
        var weight = 1.0;
        if (row.Has("weight"))
        {
            var read = row.Read("weight", StrictTable.Number);
            if (!read.HasValue) return (default, row.Error("weight", read.Problem!));
            if ((weight = read.Value) < 0) return (default, row.Error("weight", new("network.negative", row["weight"])));
        }

        return (new(Number(source), Number(target), weight), null);

        int Number(string name)
        {
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers.Add(name, number = names.Count);
                names.Add(name);
            }

            return number;
        }
    }
}
