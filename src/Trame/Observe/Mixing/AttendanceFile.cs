using Trame.Engines.Mixing;
using Trame.Foundation.Tables;

namespace Trame.Observe.Mixing;

/// <summary>Attendance from a table « moment,place,group,count[,access] »: sums per moment and group. An empty group is people whose group is not known; an access other than open is a reserved moment.</summary>
internal sealed record AttendanceFile(IReadOnlyList<string> Groups, IReadOnlyList<string> Places, IReadOnlyList<OpenMoment> Open, IReadOnlyList<ReservedMoment> Reserved, StrictTable.Fault? Fault)
{
    private static readonly string[] OpenWords = ["", "open", "ouvert"];

    private sealed record Line(string Moment, int Place, int Group, int Count, bool IsOpen);

    public static AttendanceFile Read(FileInfo file)
    {
        var (groups, places, known) = (new Names(), new Names(), new Dictionary<string, Line>());
        var (lines, _, fault) = StrictTable.Read(file, ["moment", "place", "group", "count"], row => One(row, groups, places, known));
        if (fault is not null) return new([], [], [], [], fault);
        var (open, reserved) = (new List<OpenMoment>(), new List<ReservedMoment>());
        foreach (var moment in lines.GroupBy(l => l.Moment))
        {
            if (!moment.First().IsOpen) { reserved.Add(new(moment.First().Place, moment.Sum(l => l.Count))); continue; }
            var counts = new int[groups.All.Count];
            foreach (var line in moment.Where(l => l.Group >= 0)) counts[line.Group] += line.Count;
            open.Add(new(moment.First().Place, counts, moment.Where(l => l.Group < 0).Sum(l => l.Count)));
        }

        return new(groups.All, places.All, open, reserved, null);
    }

    private static (Line?, RowError?) One(TableRow row, Names groups, Names places, Dictionary<string, Line> known)
    {
        foreach (var needed in (string[])["moment", "place", "count"])
            if (string.IsNullOrWhiteSpace(row[needed])) return (null, row.Error(needed, new("import.cell-needed")));
        var count = row.Read("count", NumberCells.Integer);
        if (!count.HasValue) return (null, row.Error("count", count.Problem!));
        if (count.Value is < 0 or > 1_000_000) return (null, row.Error("count", new("mixing.count", row["count"])));
        var (moment, group) = (row["moment"].Trim(), row["group"].Trim());
        var line = new Line(moment, places.Number(row["place"].Trim()), group is "" or "?" ? -1 : groups.Number(group), (int)count.Value, OpenWords.Contains(row["access"].Trim(), StringComparer.OrdinalIgnoreCase));
        if (!known.TryAdd(moment, line))
        {
            if (known[moment].Place != line.Place) return (null, row.Error("place", new("mixing.two-places", moment)));
            if (known[moment].IsOpen != line.IsOpen) return (null, row.Error("access", new("mixing.two-access", moment)));
        }

        return (line, null);
    }

    private sealed class Names
    {
        private readonly Dictionary<string, int> _numbers = [];

        public List<string> All { get; } = [];

        public int Number(string name)
        {
            if (_numbers.TryGetValue(name, out var number)) return number;
            All.Add(name);
            return _numbers[name] = All.Count - 1;
        }
    }
}
