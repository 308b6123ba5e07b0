namespace Trame.Engines.Secrecy;

/// <summary>The cheapest cube of cells that can move together: in each dimension one more here and one less there, down to the finest codes.</summary>
/// <remarks>After the hypercube method (Repsilber 1994; Giessing 1998). A cube is its own proof: its signs add up to zero in every sum it meets, and no cell goes below zero.</remarks>
internal sealed class CubeMoves
{
    private const int Choices = 12; // per dimension: the product of three stays small
    private const int Together = 6;
    private const double LeastRoom = 0.05; // a cube that moves less than this of what is left is no help
    private readonly SuppressionProblem _problem;
    private readonly CodeTree[] _trees;
    private readonly int[][] _codes;
    private readonly Dictionary<long, int> _numbers = [];
    private readonly HashSet<(int Cell, int Dimension)> _margins = [];

    public CubeMoves(DisclosureTable table, SuppressionProblem problem)
    {
        _problem = problem;
        _trees = [.. table.Hierarchies.Select((h, d) => new CodeTree(h, table.Cells.Select(c => c.Codes[d])))];
        _codes = [.. table.Cells.Select(c => c.Codes.Select((code, d) => _trees[d].Number(code)).ToArray())];
        for (var i = 0; i < _codes.Length; i++) _numbers.Add(Key(_codes[i]), i);
        foreach (var sum in table.Sums)
            for (var d = 0; d < _trees.Length; d++) if (_codes[sum[0]][d] != _codes[sum[1]][d]) _margins.Add((sum[0], d));
        for (var d = 0; d < _trees.Length; d++)
        {
            var weights = new double[_trees[d].Count];
            for (var i = 0; i < _codes.Length; i++) weights[_codes[i][d]] += problem.Figure[i];
            _trees[d].Prefer(weights);
        }
    }

    /// <summary>The cells of the cheapest cube, or of a few that add up to what is needed; null when none fit.</summary>
    public int[]? Find(int cell, bool up, bool[] hidden, double[] price)
    {
        var directions = new (int Code, int Sign)[_trees.Length][][];
        for (var d = 0; d < directions.Length; d++)
            directions[d] = _trees[d].IsRoot(_codes[cell][d]) && !_margins.Contains((cell, d)) ? [[(_codes[cell][d], 1)]] : _trees[d].Directions(_codes[cell][d], Choices);
        var (moved, left) = (new Dictionary<int, double>(), _problem.Need[cell]);
        for (var cubes = 0; cubes < Together && left > 0; cubes++)
        {
            if (Cheapest(directions, cell, up, hidden, price, moved, left) is not { } cube) return null;
            var amount = Math.Min(left, cube.Where(c => c.Sign < 0 && c.Cell != cell).Select(c => _problem.Figure[c.Cell] + moved.GetValueOrDefault(c.Cell)).DefaultIfEmpty(left).Min());
            foreach (var (i, sign) in cube) moved[i] = moved.GetValueOrDefault(i) + sign * amount;
            left -= amount;
        }

        return left > 0 ? null : [.. moved.Keys.Order()];
    }

    private List<(int Cell, int Sign)>? Cheapest((int Code, int Sign)[][][] directions, int cell, bool up, bool[] hidden, double[] price, Dictionary<int, double> moved, double left)
    {
        var (best, least, chosen) = (default(List<(int, int)>), double.PositiveInfinity, new int[directions.Length]);
        var (at, cube) = (new int[directions.Length], new List<(int, int)>());
        do
        {
            var cost = Cost(directions, chosen, cell, up, hidden, price, moved, left, least, at, cube);
            if (cost < least) (best, least) = ([.. cube], cost);
            if (least == 0) break;
        }
        while (Next(chosen, directions));
        return best;
    }

    private static bool Next(int[] chosen, (int, int)[][][] directions)
    {
        for (var d = 0; d < chosen.Length; d++)
        {
            if (++chosen[d] < directions[d].Length) return true;
            chosen[d] = 0;
        }

        return false;
    }

    /// <summary>What the cube costs for each unit that it moves, of what is left to move.</summary>
    private double Cost((int Code, int Sign)[][][] directions, int[] chosen, int cell, bool up, bool[] hidden, double[] price, Dictionary<int, double> moved, double left, double least, int[] at, List<(int Cell, int Sign)> cube)
    {
        cube.Clear();
        Array.Clear(at);
        var (cost, room, codes) = (0.0, 1.0, new int[at.Length]);
        while (true)
        {
            var sign = up ? 1 : -1;
            for (var d = 0; d < at.Length; d++)
            {
                var (code, s) = directions[d][chosen[d]][at[d]];
                (codes[d], sign) = (code, sign * s);
            }

            if (!_numbers.TryGetValue(Key(codes), out var i) || (_problem.Known[i] && !hidden[i])) return double.PositiveInfinity;
            if (sign < 0 && i != cell) room = Math.Min(room, (_problem.Figure[i] + moved.GetValueOrDefault(i)) / left);
            cost += hidden[i] || moved.ContainsKey(i) ? 0 : price[i];
            if (room < LeastRoom || cost >= least * room) return double.PositiveInfinity;
            cube.Add((i, sign));
            var turn = 0;
            while (turn < at.Length && ++at[turn] == directions[turn][chosen[turn]].Length) at[turn++] = 0;
            if (turn == at.Length) return cost / room;
        }
    }

    private long Key(int[] codes)
    {
        var key = 0L;
        for (var d = 0; d < codes.Length; d++) key = key * _trees[d].Count + codes[d];
        return key;
    }
}
