namespace Trame.Engines.Secrecy;

/// <summary>A table as arrays: figures, sums, which cells are sensitive, what each must be hidden by, what hiding the others costs.</summary>
internal sealed class SuppressionProblem
{
    private static readonly bool[] Both = [true, false], UpOnly = [true];

    public SuppressionProblem(DisclosureTable table, IReadOnlyList<bool> sensitive, SuppressionOptions options)
    {
        Count = table.Cells.Count;
        (Figure, Need, Weight, Primary, Known) = (new double[Count], new double[Count], new double[Count], new bool[Count], new bool[Count]);
        Sums = [.. table.Sums.Select(s => s.ToArray())];
        var least = Enumerable.Range(0, Count).Select(table.Figure).Where(f => f > 0).DefaultIfEmpty(1).Min();
        for (var i = 0; i < Count; i++)
        {
            Figure[i] = table.Figure(i);
            Primary[i] = sensitive[i];
            Known[i] = table.Cells[i].Count == 0 && !sensitive[i]; // everyone knows an empty cell
            if (sensitive[i]) Need[i] = table.HasValues ? options.Protection * (Figure[i] > 0 ? Figure[i] : least) : Math.Max(1, options.Protection * Figure[i]);
            Weight[i] = sensitive[i] ? 0 : options.Objective == SuppressionObjective.Count ? 1 : Figure[i];
        }

        SumsOf = new List<int>[Count];
        for (var i = 0; i < Count; i++) SumsOf[i] = [];
        for (var r = 0; r < Sums.Length; r++) foreach (var i in Sums[r]) SumsOf[i].Add(r);
        Sensitive = [.. Enumerable.Range(0, Count).Where(i => Primary[i]).OrderByDescending(i => Need[i]).ThenBy(i => i)];
        WholeCosts = options.Objective == SuppressionObjective.Count;
    }

    public int Count { get; }
    public double[] Figure { get; }

    /// <summary>By how much a reader must be able to be wrong, each way.</summary>
    public double[] Need { get; }

    /// <summary>Which ways it must be able to move: zero is known to have nothing below it.</summary>
    public bool[] Ways(int cell) => Figure[cell] > 0 ? Both : UpOnly;

    public double[] Weight { get; }
    public bool[] Primary { get; }
    public bool[] Known { get; }

    /// <summary>The margin, then its parts.</summary>
    public int[][] Sums { get; }

    public List<int>[] SumsOf { get; }

    /// <summary>Sensitive cells, the largest need first.</summary>
    public int[] Sensitive { get; }

    public bool WholeCosts { get; }

    /// <summary>The coefficient of a cell in a sum that is zero.</summary>
    public int Sign(int sum, int cell) => Sums[sum][0] == cell ? -1 : 1;

    public double Cost(bool[] hidden)
    {
        var cost = 0.0;
        for (var i = 0; i < Count; i++) if (hidden[i] && !Primary[i]) cost += Weight[i];
        return cost;
    }
}
