namespace Trame.Engines.Secrecy;

/// <summary>The cheapest cube of cells that can move together: in each dimension one more here and one less there, or one more all the way up to the total.</summary>
/// <remarks>After the hypercube method (Repsilber 1994; Giessing 1998), extended: a dimension in which nothing on the line can give moves its margins too, so that
/// a sparse table, whose cubes lack corners, still has a move. A cube is its own proof: its signs add up to zero in every sum, and no cell goes below zero.</remarks>
internal sealed class CubeMoves(SuppressionProblem problem, CellGrid grid)
{
    private const int Choices = 10; // per dimension: the product of three stays small
    private const int Together = 6;
    private const double LeastRoom = 0.05; // a cube that moves less than this of what is left is no help
    private readonly int _dimensions = grid.Trees.Length;

    /// <summary>The cells of the cheapest cube, or of a few that add up to what is needed; null when none fit.</summary>
    public int[]? Find(int cell, bool up, bool[] hidden, double[] price)
    {
        var (moved, left) = (new Dictionary<int, double>(), problem.Need[cell]);
        for (var cubes = 0; cubes < Together && left > 0; cubes++)
        {
            if (Cheapest(cell, up, hidden, price, moved, left) is not { } cube) return null;
            var amount = Math.Min(left, cube.Where(c => c.Sign < 0 && c.Cell != cell).Select(c => problem.Figure[c.Cell] + moved.GetValueOrDefault(c.Cell)).DefaultIfEmpty(left).Min());
            foreach (var (i, sign) in cube) moved[i] = moved.GetValueOrDefault(i) + sign * amount;
            left -= amount;
        }

        return left > 0 ? null : [.. moved.Keys.Order()];
    }

    private List<(int Cell, int Sign)>? Cheapest(int cell, bool up, bool[] hidden, double[] price, Dictionary<int, double> moved, double left)
    {
        var (best, least) = (default(List<(int, int)>), double.PositiveInfinity);
        var (at, cube, chosen) = (new int[_dimensions], new List<(int, int)>(), new int[_dimensions]);
        foreach (var finest in grid.Finest(cell))
        {
            var directions = Directions(cell, finest, hidden, price);
            Array.Clear(chosen);
            do
            {
                var cost = Cost(directions, chosen, cell, up, hidden, price, moved, left, least, at, cube);
                if (cost < least) (best, least) = ([.. cube], cost);
                if (least == 0) return best;
            }
            while (Next(chosen, directions));
        }

        return best;
    }

    /// <summary>For each dimension the ways a finest cell can move so that this cell does too: exchanges with others on its line, then the way to the total.</summary>
    private (int Code, int Sign)[][][] Directions(int cell, int finest, bool[] hidden, double[] price)
    {
        var directions = new (int Code, int Sign)[_dimensions][][];
        for (var d = 0; d < _dimensions; d++)
        {
            var (tree, from, above) = (grid.Trees[d], grid.Codes[finest][d], grid.Codes[cell][d]);
            var partners = tree.IsRoot(above) ? [] : grid.Line(finest, d).Where(i => !tree.Under(grid.Codes[i][d], above) && (hidden[i] || !double.IsPositiveInfinity(price[i])))
                .OrderBy(i => tree.Steps(from, grid.Codes[i][d]) * (hidden[i] ? 0.5 : 1)).Take(Choices).Select(i => tree.Exchange(from, grid.Codes[i][d]));
            directions[d] = [.. partners, tree.ToTheTotal(from)];
        }

        return directions;
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

            var i = grid.At(codes);
            if (i < 0 || (problem.Known[i] && !hidden[i])) return double.PositiveInfinity;
            if (sign < 0 && i != cell) room = Math.Min(room, (problem.Figure[i] + moved.GetValueOrDefault(i)) / left);
            cost += hidden[i] || moved.ContainsKey(i) ? 0 : price[i];
            if (room < LeastRoom || cost >= least * room) return double.PositiveInfinity;
            cube.Add((i, sign));
            var turn = 0;
            while (turn < at.Length && ++at[turn] == directions[turn][chosen[turn]].Length) at[turn++] = 0;
            if (turn == at.Length) return cost / room;
        }
    }
}
