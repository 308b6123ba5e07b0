using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>The linear program of branch and bound: its integer columns, their bounds at the node, and the way there and back.</summary>
internal sealed class IntegerProgram
{
    public const double Integrality = 1e-6;

    private readonly LinearModel _model;
    private readonly ScaledModel _scaled;
    private readonly double[] _rootLower, _rootUpper, _rounded;

    public IntegerProgram(LinearModel model, ScaledModel scaled)
    {
        (_model, _scaled) = (model, scaled);
        Integers = [.. Enumerable.Range(0, model.ColumnCount).Where(model.IsInteger)];
        (Lower, Upper) = (new double[model.ColumnCount], new double[model.ColumnCount]);
        for (var j = 0; j < Lower.Length; j++) (Lower[j], Upper[j]) = (model.Lower(j), model.Upper(j));
        foreach (var j in Integers) (Lower[j], Upper[j]) = (Math.Ceiling(Lower[j] - Integrality), Math.Floor(Upper[j] + Integrality));
        (_rootLower, _rootUpper, _rounded) = ([.. Lower], [.. Upper], new double[model.ColumnCount]);
    }

    public int[] Integers { get; }

    /// <summary>Bounds of all columns at this node, in the author's units.</summary>
    public double[] Lower { get; }
    public double[] Upper { get; }

    public SimplexState State => _scaled.Simplex.State;
    public double Objective => State.Objective();
    public bool OnlyIntegers => Integers.Length == _model.ColumnCount;

    public double Value(int j) => _scaled.Value(j);

    public bool IsInteger(int j) => _model.IsInteger(j);

    public double Unit(int j) => 1 / _scaled.ColumnFactor(j);

    public double ToAuthor(double inside) => inside * _scaled.ObjectiveFactor + _model.Offset;

    public double FromAuthor(double outside) => (outside - _model.Offset) / _scaled.ObjectiveFactor;

    /// <summary>How much a difference of one in the author's objective is inside.</summary>
    public double FromAuthorScale => Math.Abs(1 / _scaled.ObjectiveFactor);

    public SimplexEnd Solve(Budget budget, double cutoff) => _scaled.Simplex.Solve(budget, cutoff);

    public Basis Basis() => _scaled.Basis();

    public VariableStatus[] Statuses() => [.. State.Status];

    /// <summary>Gives integer columns whole bounds; false when one has no whole value left.</summary>
    public bool RoundBounds()
    {
        foreach (var j in Integers)
        {
            if (Lower[j] > Upper[j]) return false;
            _scaled.SetBounds(j, Lower[j], Upper[j]);
        }
        return true;
    }

    public void ForgetCosts() => Array.Clear(State.Cost);

    /// <summary>Integer columns whose value is not whole.</summary>
    public List<int> Fractional()
    {
        var found = new List<int>();
        foreach (var j in Integers)
        {
            if (State.Place[j] < 0) continue;
            var value = Value(j);
            if (Math.Abs(value - Math.Round(value)) > Integrality) found.Add(j);
        }
        return found;
    }

    /// <summary>Whether no row refuses the rounded vertex at first sight: most roundings end at the first rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool RoundedMayFit()
    {
        unchecked
        {
            Array.Copy(State.X, _rounded, State.Columns);
            foreach (var j in Integers) if (State.Place[j] >= 0) _rounded[j] = Math.Round(Value(j)) * Unit(j);
            var (start, index, value) = (State.Matrix.RowStart, State.Matrix.ColumnOf, State.Matrix.RowValue);
            for (var i = 0; i < State.Rows; i++)
            {
                var activity = 0.0;
                for (int k = start[i], end = start[i + 1]; k < end; k++) activity += value[k] * _rounded[index[k]];
                var room = 1e-5 * (1 + Math.Abs(activity));
                if (activity < State.Lower[State.Columns + i] - room || activity > State.Upper[State.Columns + i] + room) return false;
            }
            return true;
        }
    }

    public void Apply(IReadOnlyList<SearchNode.Bounds> bounds)
    {
        foreach (var (j, lower, upper) in bounds) SetBounds(j, lower, upper);
    }

    public void SetBounds(int j, double lower, double upper)
    {
        (Lower[j], Upper[j]) = (lower, upper);
        _scaled.SetBounds(j, lower, upper);
    }

    /// <summary>Puts in place the bounds of a waiting node and the vertex it starts from.</summary>
    public void Enter(SearchNode node)
    {
        Restore(_rootLower, _rootUpper, node.Start!);
        var path = new Stack<SearchNode>();
        for (var n = node; n is not null; n = n.Parent) path.Push(n);
        foreach (var n in path) Apply(n.Tightened);
    }

    public void Restore(double[] lower, double[] upper, VariableStatus[] statuses)
    {
        foreach (var j in Integers) if (Lower[j] != lower[j] || Upper[j] != upper[j]) SetBounds(j, lower[j], upper[j]);
        var at = 0;
        for (var v = 0; v < statuses.Length; v++)
        {
            State.Place[v] = -1;
            State.Status[v] = statuses[v];
            if (statuses[v] == VariableStatus.Basic) State.SetBasic(at++, v);
        }
        Array.Fill(State.DualWeight, 1);
        State.Factored = false;
    }

    /// <summary>Bounds that any better point of this part satisfies: a column whose reduced cost already uses up the room cannot move further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public List<SearchNode.Bounds> TightenByReducedCosts(double bound, double cutoff)
    {
        var found = new List<SearchNode.Bounds>();
        if (double.IsPositiveInfinity(cutoff)) return found;
        foreach (var j in Integers)
        {
            if (State.Place[j] >= 0 || Lower[j] == Upper[j]) continue;
            var loss = Math.Abs(State.D[j]) * Unit(j);
            if (loss < 1e-7) continue;
            var room = Math.Floor((cutoff - bound) / loss + Integrality);
            if (State.Status[j] == VariableStatus.AtLower && Lower[j] + room < Upper[j]) found.Add(new(j, Lower[j], Lower[j] + room));
            else if (State.Status[j] == VariableStatus.AtUpper && Upper[j] - room > Lower[j]) found.Add(new(j, Upper[j] - room, Upper[j]));
        }
        Apply(found);
        return found;
    }
}
