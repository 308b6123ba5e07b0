using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>Movements of a part of the table that each protect many sensitive cells at once: linear programs that are paid for each of them and pay for each cell to hide.</summary>
/// <remarks>
/// No cell moves by more than its figure, so that the movement and its opposite are both tables that readers cannot rule out: a cell that moves by its need is protected
/// both ways. Cells of like needs go together, the largest first; what they are paid grows, so that what many can share is hidden before what one needs.
/// Each program is solved twice: the second time a cell costs almost the same however far it moves (reweighted, after Candès, Wakin and Boyd 2008).
/// </remarks>
internal sealed class JointMoves(SuppressionProblem problem, Func<SolveLimits> limits, CancellationToken stop)
{
    private const int Together = 100; // sensitive cells in a program
    private const double Alike = 30; // needs within this ratio go together
    private const double Work = 1e8; // simplex iterations × cells, of one run: some fifteen seconds
    private static readonly double[] Pay = [1.5, 6, 40]; // for a protected cell, in cells hidden
    private long _iterations;

    /// <summary>Hides cells until movements protect as many sensitive ones as they can.</summary>
    /// <param name="hidden">What is hidden; grows.</param>
    /// <param name="price">What the others cost; infinite when they may not be hidden.</param>
    /// <param name="spare">Whether a cell has become protected without a program.</param>
    /// <param name="keep">Told of each cell that is protected both ways, with the cells of the movement.</param>
    public void Run(bool[] hidden, double[] price, Predicate<int> spare, Action<int, int[]> keep)
    {
        _iterations = (long)(Work / problem.Count);
        int[] movable = [.. Enumerable.Range(0, problem.Count).Where(i => hidden[i] || (!problem.Known[i] && !double.IsPositiveInfinity(price[i])))];
        var left = new Queue<int>(problem.Sensitive.Where(i => problem.Figure[i] >= problem.Need[i]));
        while (left.Count > 0 && _iterations > 0)
        {
            var unit = problem.Need[left.Peek()];
            var paid = new HashSet<int>();
            while (paid.Count < Together && left.TryPeek(out var i) && problem.Need[i] > unit / Alike) if (!spare(left.Dequeue())) paid.Add(i);
            if (paid.Count > 0) Protect(new(problem, movable, unit), hidden, price, paid, keep);
        }
    }

    private void Protect(JointProgram program, bool[] hidden, double[] price, HashSet<int> paid, Action<int, int[]> keep)
    {
        foreach (var pay in Pay)
            while (paid.Count > 0 && _iterations > 0 && Move(program, hidden, price, paid, pay, keep) > paid.Count / 4) { }
    }

    /// <returns>How many cells it protected.</returns>
    private int Move(JointProgram program, bool[] hidden, double[] price, HashSet<int> paid, double pay, Action<int, int[]> keep)
    {
        program.Draw(paid);
        program.Price(hidden, price, paid, pay);
        if (!Solve(program)) return 0;
        program.Reprice(hidden, price, paid);
        if (!Solve(program)) return 0;
        var found = paid.Where(program.Protects).ToList();
        if (found.Count == 0) return 0;
        var moved = program.Moved();
        foreach (var i in moved) hidden[i] = true;
        foreach (var i in found) keep(i, moved);
        paid.ExceptWith(found);
        return found.Count;
    }

    private bool Solve(JointProgram program)
    {
        var (solved, iterations) = program.Solve(limits() with { Iterations = _iterations }, stop);
        _iterations -= iterations;
        return solved;
    }
}
