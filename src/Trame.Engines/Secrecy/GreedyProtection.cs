namespace Trame.Engines.Secrecy;

/// <summary>The cells that move so that a sensitive one can, or null: what is hidden moves for nothing, the rest has its price (infinite: must stay).</summary>
internal delegate int[]? MoveFinder(int cell, bool up, bool[] hidden, double[] price);

/// <summary>A protected pattern, cell after cell, then without what proved useless. Each protection keeps its witness: the cells that move in one table that readers cannot rule out.</summary>
internal sealed class GreedyProtection(SuppressionProblem problem, JointMoves? joint, MoveFinder findFree, MoveFinder find, MoveFinder findAgain, Func<bool> late)
{
    private readonly Dictionary<(int Cell, bool Up), int[]> _witness = [];
    private readonly double[] _barred = [.. Enumerable.Repeat(double.PositiveInfinity, problem.Count)];

    public HashSet<int> Unprotected { get; } = [];

    /// <summary>Hides more until every sensitive cell is protected.</summary>
    /// <returns>False when time ended before, which what needs no program does not wait for.</returns>
    public bool Complete(bool[] hidden, double[] price)
    {
        _witness.Clear();
        joint?.Run(hidden, price, cell => Spare(cell, hidden), (cell, moves) => _witness[(cell, true)] = _witness[(cell, false)] = moves);
        foreach (var cell in problem.Sensitive)
            foreach (var up in problem.Ways(cell))
            {
                if (Unprotected.Contains(cell) || _witness.ContainsKey((cell, up))) continue;
                if (find(cell, up, hidden, price) is { } moves) Keep(cell, up, moves, hidden);
                else if (late()) return false; // not tried hard enough to say that nothing can
                else Unprotected.Add(cell);
            }

        return true;
    }

    /// <summary>Shows again each secondary cell that the others can do without, dear ones first.</summary>
    public void Trim(bool[] hidden)
    {
        var users = Users();
        foreach (var i in Enumerable.Range(0, problem.Count).Where(i => hidden[i] && !problem.Primary[i]).OrderByDescending(i => problem.Weight[i]).ThenBy(i => users[i].Count).ThenBy(i => i))
        {
            hidden[i] = false;
            var found = new List<((int Cell, bool Up) Of, int[] Moves)>();
            foreach (var of in _witness.Where(w => Array.BinarySearch(w.Value, i) >= 0).Select(w => w.Key).ToArray())
            {
                if (late() || findAgain(of.Cell, of.Up, hidden, _barred) is not { } moves) { hidden[i] = true; break; }
                found.Add((of, moves));
            }

            if (hidden[i]) continue;
            foreach (var (of, moves) in found) _witness[of] = moves;
        }
    }

    /// <summary>Whether what is hidden already protects the cell.</summary>
    private bool Spare(int cell, bool[] hidden)
    {
        var spare = true;
        foreach (var up in problem.Ways(cell))
        {
            if (findFree(cell, up, hidden, _barred) is { } moves) _witness[(cell, up)] = moves;
            else spare = false;
        }

        return spare;
    }

    private void Keep(int cell, bool up, int[] moves, bool[] hidden)
    {
        _witness[(cell, up)] = moves;
        foreach (var i in moves) hidden[i] = true;
    }

    private List<int>[] Users()
    {
        var users = new List<int>[problem.Count];
        for (var i = 0; i < users.Length; i++) users[i] = [];
        foreach (var (of, moves) in _witness) foreach (var i in moves) users[i].Add(of.Cell);
        return users;
    }
}
