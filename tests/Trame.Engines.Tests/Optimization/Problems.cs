using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

/// <summary>Makes linear and integer programs of many kinds, each from a seed.</summary>
internal static class Problems
{
    private const double Inf = double.PositiveInfinity;

    public static readonly (string Name, Func<Random, LinearModel> Make)[] Linear =
    [
        ("random", d => Random(d, d.Next(1, 40), d.Next(1, 60), 0.3)),
        ("sparse", d => Random(d, d.Next(40, 120), d.Next(40, 160), 0.05)),
        ("boxed", d => Random(d, d.Next(1, 30), d.Next(1, 60), 0.4, boxed: true)),
        ("degenerate", Degenerate),
        ("transport", d => Transport(d, d.Next(2, 12), d.Next(2, 12))),
        ("assignment", d => AssignmentProgram(d, d.Next(2, 14))),
        ("cover", d => Cover(d, d.Next(5, 60), d.Next(5, 80), integer: false)),
        ("staircase", d => Staircase(d, d.Next(3, 40))),
        ("infeasible", Infeasible),
        ("unbounded", Unbounded),
        ("any", d => Any(d)),
        ("scaled", d => BadlyScaled(d, Random(d, d.Next(2, 30), d.Next(2, 40), 0.3))),
        ("scaled degenerate", d => BadlyScaled(d, Degenerate(d))),
    ];

    public static readonly (string Name, Func<Random, LinearModel> Make)[] Whole =
    [
        ("knapsack", Knapsack),
        ("multi knapsack", MultiKnapsack),
        ("cover", d => Cover(d, d.Next(5, 25), d.Next(5, 30), integer: true)),
        ("panel", d => Panel(d, 40, 8)),
        ("mixed", Mixed),
        ("general", General),
        ("fixed charge", d => FixedCharge(d, d.Next(2, 7), d.Next(2, 9))),
    ];

    /// <summary>Feasible by construction: rows are made around a point within the bounds.</summary>
    public static LinearModel Random(Random dice, int rows, int columns, double density, bool boxed = false)
    {
        var model = new LinearModel(dice.Next(2) == 0 ? Goal.Minimise : Goal.Maximise) { Offset = dice.Next(3) == 0 ? dice.Next(-50, 50) : 0 };
        var point = new double[columns];
        for (var j = 0; j < columns; j++)
        {
            var (lower, upper) = boxed ? Box(dice) : Bounds(dice);
            point[j] = Within(dice, lower, upper);
            model.AddColumn(Math.Round(dice.NextDouble() * 20 - 10, 2), lower, upper);
        }
        for (var i = 0; i < rows; i++) AddRowAround(dice, model, point, density, boxed ? 0.7 : 0.5);
        Enclose(model, point, boxed);
        return model;
    }

    private static void AddRowAround(Random dice, LinearModel model, double[] point, double density, double slackShare)
    {
        var columns = Enumerable.Range(0, point.Length).Where(_ => dice.NextDouble() < density).ToArray();
        var values = columns.Select(_ => Math.Round(dice.NextDouble() * 10 - 5, 1)).ToArray();
        var activity = columns.Zip(values, (j, v) => point[j] * v).Sum();
        var kind = dice.Next(4);
        double below = dice.NextDouble() < slackShare ? dice.NextDouble() * 10 : 0, above = dice.NextDouble() < slackShare ? dice.NextDouble() * 10 : 0;
        _ = kind switch
        {
            0 => model.AddRow(activity, activity, columns, values),
            1 => model.AddRow(activity - below, activity + above, columns, values),
            2 => model.AddRow(activity - below, Inf, columns, values),
            _ => model.AddRow(-Inf, activity + above, columns, values),
        };
    }

    /// <summary>A last row that keeps an otherwise endless program bounded most of the time.</summary>
    private static void Enclose(LinearModel model, double[] point, bool boxed)
    {
        if (boxed) return;
        for (var j = 0; j < point.Length; j++)
        {
            var (lower, upper) = (model.Lower(j), model.Upper(j));
            if (double.IsInfinity(lower) || double.IsInfinity(upper)) model.AddRow(point[j] - 1000, point[j] + 1000, [j], [1]);
        }
    }

    private static (double Lower, double Upper) Bounds(Random dice) => dice.Next(6) switch
    {
        0 => (-Inf, Inf),
        1 => (-Inf, dice.Next(-5, 20)),
        2 => Fixed(dice.Next(-5, 6)),
        3 => Box(dice),
        _ => (0, Inf),
    };

    private static (double, double) Fixed(double at) => (at, at);

    private static (double Lower, double Upper) Box(Random dice)
    {
        var lower = dice.Next(-10, 10);
        return (lower, lower + dice.Next(0, 20));
    }

    private static double Within(Random dice, double lower, double upper)
    {
        if (double.IsInfinity(lower)) lower = double.IsInfinity(upper) ? -10 : upper - 20;
        if (double.IsInfinity(upper)) upper = lower + 20;
        return dice.Next(3) switch { 0 => lower, 1 => upper, _ => lower + dice.NextDouble() * (upper - lower) };
    }

    /// <summary>Small whole coefficients and right-hand sides, most of them null: many ties.</summary>
    public static LinearModel Degenerate(Random dice)
    {
        var model = new LinearModel(Goal.Maximise);
        int rows = dice.Next(3, 40), columns = dice.Next(3, 50);
        for (var j = 0; j < columns; j++) model.AddColumn(dice.Next(-2, 3), 0, dice.Next(3) == 0 ? dice.Next(0, 3) : 10);
        for (var i = 0; i < rows; i++)
        {
            var places = Enumerable.Range(0, columns).Where(_ => dice.Next(4) == 0).ToArray();
            model.AddRow(-Inf, dice.Next(3) == 0 ? dice.Next(0, 4) : 0, places, [.. places.Select(_ => (double)dice.Next(-2, 3))]);
        }
        return model;
    }

    public static LinearModel Transport(Random dice, int from, int to)
    {
        var model = new LinearModel();
        var demand = Enumerable.Range(0, to).Select(_ => dice.Next(1, 20)).ToArray();
        var supply = Enumerable.Range(0, from).Select(_ => demand.Sum() / from).ToArray();
        supply[0] += demand.Sum() - supply.Sum();
        for (var k = 0; k < from * to; k++) model.AddColumn(dice.Next(1, 30));
        for (var i = 0; i < from; i++) model.AddRow(supply[i], supply[i], [.. Enumerable.Range(0, to).Select(j => i * to + j)], [.. Enumerable.Repeat(1.0, to)]);
        for (var j = 0; j < to; j++) model.AddRow(demand[j], demand[j], [.. Enumerable.Range(0, from).Select(i => i * to + j)], [.. Enumerable.Repeat(1.0, from)]);
        return model;
    }

    public static LinearModel AssignmentProgram(Random dice, int n)
    {
        var model = new LinearModel(dice.Next(2) == 0 ? Goal.Minimise : Goal.Maximise);
        for (var k = 0; k < n * n; k++) model.AddColumn(dice.Next(1, 8), 0, 1);
        for (var i = 0; i < n; i++) model.AddRow(1, 1, [.. Enumerable.Range(0, n).Select(j => i * n + j)], [.. Enumerable.Repeat(1.0, n)]);
        for (var j = 0; j < n; j++) model.AddRow(1, 1, [.. Enumerable.Range(0, n).Select(i => i * n + j)], [.. Enumerable.Repeat(1.0, n)]);
        return model;
    }

    public static LinearModel Cover(Random dice, int rows, int columns, bool integer)
    {
        var model = new LinearModel();
        for (var j = 0; j < columns; j++) model.AddColumn(dice.Next(1, 10), 0, 1, integer);
        for (var i = 0; i < rows; i++)
        {
            var places = Enumerable.Range(0, columns).Where(_ => dice.Next(5) == 0).Append(i % columns).Distinct().ToArray();
            model.AddRow(1, Inf, places, [.. Enumerable.Repeat(1.0, places.Length)]);
        }
        return model;
    }

    /// <summary>Stock carried from one period to the next.</summary>
    public static LinearModel Staircase(Random dice, int periods)
    {
        var model = new LinearModel();
        int stock = -1;
        for (var t = 0; t < periods; t++)
        {
            int make = model.AddColumn(dice.Next(1, 20), 0, dice.Next(5, 30)), buy = model.AddColumn(dice.Next(20, 40)), keep = model.AddColumn(1, 0, 50);
            var demand = dice.Next(0, 25);
            if (stock < 0) model.AddRow(demand, demand, [make, buy, keep], [1, 1, -1]);
            else model.AddRow(demand, demand, [stock, make, buy, keep], [1, 1, 1, -1]);
            stock = keep;
        }
        return model;
    }

    public static LinearModel Infeasible(Random dice)
    {
        var model = Random(dice, dice.Next(2, 25), dice.Next(3, 30), 0.3, boxed: dice.Next(2) == 0);
        var places = Enumerable.Range(0, model.ColumnCount).Where(_ => dice.Next(2) == 0).Append(0).Distinct().ToArray();
        double[] values = [.. places.Select(_ => dice.Next(1, 5) * (dice.Next(2) == 0 ? -1.0 : 1))];
        var limit = dice.Next(-20, 20);
        model.AddRow(-Inf, limit, places, values);
        model.AddRow(limit + 0.5 + dice.Next(0, 3), Inf, places, values);
        return model;
    }

    public static LinearModel Unbounded(Random dice)
    {
        var model = new LinearModel(Goal.Maximise);
        var columns = dice.Next(2, 20);
        for (var j = 0; j < columns; j++) model.AddColumn(dice.Next(1, 5), 0, j == 0 ? Inf : dice.Next(2) == 0 ? 10 : Inf);
        for (var i = dice.Next(1, 12); i > 0; i--)
        {
            var places = Enumerable.Range(0, columns).Where(_ => dice.Next(2) == 0).ToArray();
            model.AddRow(-Inf, dice.Next(0, 10), places, [.. places.Select(j => j == 0 ? -1.0 : dice.Next(-3, 3))]);
        }
        return model;
    }

    /// <summary>Anything at all: optimal, infeasible or unbounded.</summary>
    public static LinearModel Any(Random dice, bool integer = false)
    {
        var model = new LinearModel(dice.Next(2) == 0 ? Goal.Minimise : Goal.Maximise);
        int rows = dice.Next(0, 15), columns = dice.Next(1, 15);
        for (var j = 0; j < columns; j++)
        {
            var (lower, upper) = Bounds(dice);
            model.AddColumn(dice.Next(-5, 6), lower, upper, integer && dice.Next(2) == 0);
        }
        for (var i = 0; i < rows; i++)
        {
            var places = Enumerable.Range(0, columns).Where(_ => dice.Next(3) == 0).ToArray();
            var lower = dice.Next(2) == 0 ? -Inf : dice.Next(-30, 10);
            var upper = dice.Next(2) == 0 && !double.IsInfinity(lower) ? Inf : Math.Max(double.IsInfinity(lower) ? -30 : lower, dice.Next(-30, 40));
            model.AddRow(lower, upper, places, [.. places.Select(_ => (double)dice.Next(-4, 5))]);
        }
        return model;
    }

    /// <summary>The same program with rows and columns in other units, factors from 1e-4 to 1e4.</summary>
    public static LinearModel BadlyScaled(Random dice, LinearModel model)
    {
        var row = Enumerable.Range(0, model.RowCount).Select(_ => Math.Pow(10, dice.NextDouble() * 8 - 4)).ToArray();
        var column = Enumerable.Range(0, model.ColumnCount).Select(_ => Math.Pow(10, dice.NextDouble() * 8 - 4)).ToArray();
        return Scaled(model, row, column);
    }

    public static LinearModel Scaled(LinearModel model, double[] row, double[] column)
    {
        var scaled = new LinearModel(model.Goal) { Offset = model.Offset };
        for (var j = 0; j < model.ColumnCount; j++) scaled.AddColumn(model.Cost(j) * column[j], model.Lower(j) / column[j], model.Upper(j) / column[j], model.IsInteger(j));
        var rows = model.Coefficients().ToLookup(e => e.Row);
        for (var i = 0; i < model.RowCount; i++)
        {
            var entries = rows[i].ToArray();
            scaled.AddRow(model.RowLower(i) * row[i], model.RowUpper(i) * row[i], [.. entries.Select(e => e.Column)], [.. entries.Select(e => e.Value * row[i] * column[e.Column])]);
        }
        return scaled;
    }

    public static LinearModel Knapsack(Random dice)
    {
        var model = new LinearModel(Goal.Maximise);
        var n = dice.Next(5, 35);
        var weights = Enumerable.Range(0, n).Select(_ => (double)dice.Next(5, 60)).ToArray();
        foreach (var weight in weights) model.AddColumn(weight + dice.Next(-4, 15), 0, 1, integer: true);
        model.AddRow(-Inf, Math.Floor(weights.Sum() * 0.4), [.. Enumerable.Range(0, n)], weights);
        return model;
    }

    public static LinearModel MultiKnapsack(Random dice)
    {
        var model = new LinearModel(Goal.Maximise);
        int n = dice.Next(8, 25), m = dice.Next(2, 6);
        for (var j = 0; j < n; j++) model.AddColumn(dice.Next(10, 60), 0, dice.Next(1, 4), integer: true);
        for (var i = 0; i < m; i++)
        {
            double[] weights = [.. Enumerable.Range(0, n).Select(_ => (double)dice.Next(1, 30))];
            model.AddRow(-Inf, Math.Floor(weights.Sum() * 0.5), [.. Enumerable.Range(0, n)], weights);
        }
        return model;
    }

    /// <summary>Panels: choose size people among many, so many of each value of each feature, for the largest sum of prices.</summary>
    public static LinearModel Panel(Random dice, int people, int size, int features = 3, int values = 3, double slack = 0)
    {
        var model = new LinearModel(Goal.Maximise);
        for (var p = 0; p < people; p++) model.AddColumn(Math.Round(dice.NextDouble(), 4), 0, 1, integer: true);
        model.AddRow(size, size, [.. Enumerable.Range(0, people)], [.. Enumerable.Repeat(1.0, people)]);
        var chosen = Enumerable.Range(0, people).OrderBy(_ => dice.Next()).Take(size).ToHashSet();
        for (var f = 0; f < features; f++)
        {
            var of = Enumerable.Range(0, people).Select(_ => (int)(values * Math.Pow(dice.NextDouble(), 1.5))).ToArray();
            for (var v = 0; v < values; v++)
            {
                int[] places = [.. Enumerable.Range(0, people).Where(p => of[p] == v)];
                var count = places.Count(chosen.Contains);
                model.AddRow(Math.Floor(count * (1 - slack)), Math.Ceiling(count * (1 + slack)), places, [.. Enumerable.Repeat(1.0, places.Length)]);
            }
        }
        return model;
    }

    public static LinearModel Mixed(Random dice)
    {
        var model = Random(dice, dice.Next(2, 12), dice.Next(4, 20), 0.4, boxed: true);
        for (var j = 0; j < model.ColumnCount; j++) model.SetInteger(j, dice.Next(2) == 0);
        return model;
    }

    public static LinearModel General(Random dice) => Any(dice, integer: true);

    public static LinearModel FixedCharge(Random dice, int sites, int clients)
    {
        var model = new LinearModel();
        for (var s = 0; s < sites; s++) model.AddColumn(dice.Next(10, 60), 0, 1, integer: true);
        for (var k = 0; k < sites * clients; k++) model.AddColumn(dice.Next(1, 20), 0, 1);
        for (var c = 0; c < clients; c++) model.AddRow(1, 1, [.. Enumerable.Range(0, sites).Select(s => sites + s * clients + c)], [.. Enumerable.Repeat(1.0, sites)]);
        for (var s = 0; s < sites; s++)
            model.AddRow(-Inf, 0, [s, .. Enumerable.Range(0, clients).Select(c => sites + s * clients + c)], [-dice.Next(2, clients + 1), .. Enumerable.Repeat(1.0, clients)]);
        return model;
    }
}
