using System.Runtime.CompilerServices;

namespace Trame.Engines.Sortition;

/// <summary>
/// A few affinely independent panels and the weights of their mixture nearest to a target: the state of Wolfe's algorithm for the nearest point of a polytope
/// (Wolfe 1976, "Finding the nearest point in a polytope").
/// </summary>
/// <remarks>
/// Distance: Σₜ (zₜ − z*ₜ)²/sₜ on expected counts; with a kind's people as its scale, Σ over people of the squared difference of probabilities. With qᵢ the scaled panel less the target, the Cholesky
/// factor of 1 + qᵢ·qⱼ is kept row by row; adding a panel and dropping one cost O(s²) for s panels. At most kinds + 1 panels.
/// </remarks>
internal sealed class Corral
{
    private const double Independent = 1e-9;
    private const double Gone = 1e-13;

    private readonly double[] _scales;
    private readonly List<(int Kind, int Count)[]> _panels = [];
    private readonly List<double> _toTarget = [];
    private readonly List<double[]> _factor = [];
    private readonly List<double> _weights = [];
    private readonly double[] _scaled;
    private double[] _target = [];
    private double _targetNorm;

    /// <param name="scales">What divides the squared difference of each kind: its people, for differences of probabilities.</param>
    public Corral(double[] scales) => (_scales, _scaled, Mean) = (scales, new double[scales.Length], new double[scales.Length]);

    /// <summary>Expected members of each kind under the present weights.</summary>
    public double[] Mean { get; }

    public int Count => _panels.Count;

    public IReadOnlyList<(int Kind, int Count)[]> Panels => _panels;

    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Another target for the same panels: expected members of each kind.</summary>
    public void Aim(double[] target)
    {
        _target = target;
        _targetNorm = 0;
        for (var t = 0; t < target.Length; t++) _targetNorm += target[t] * target[t] / _scales[t];
        var (panels, weights) = (_panels.ToArray(), _weights.ToArray());
        _panels.Clear();
        _toTarget.Clear();
        _factor.Clear();
        _weights.Clear();
        for (var i = 0; i < panels.Length; i++)
            if (Append(panels[i])) _weights.Add(weights[i]);
        Nearest();
    }

    /// <summary>Takes a panel in and moves to the nearest mixture.</summary>
    /// <returns>False when the panel is a mixture of those that are there, up to rounding.</returns>
    public bool Add((int Kind, int Count)[] panel)
    {
        if (!Append(panel)) return false;
        _weights.Add(_weights.Count == 0 ? 1 : 0);
        Nearest();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Append((int Kind, int Count)[] panel)
    {
        double norm = 0, toTarget = 0;
        foreach (var (kind, count) in panel)
        {
            _scaled[kind] = count / _scales[kind];
            norm += count * _scaled[kind];
            toTarget += _target[kind] * _scaled[kind];
        }
        var row = new double[_panels.Count + 1];
        for (var i = 0; i < _panels.Count; i++)
        {
            var product = 1 + _targetNorm - toTarget - _toTarget[i];
            foreach (var (kind, count) in _panels[i]) product += count * _scaled[kind];
            row[i] = (product - DenseRows.Dot(row.AsSpan(0, i), _factor[i])) / _factor[i][i];
        }
        foreach (var (kind, _) in panel) _scaled[kind] = 0;
        var whole = 1 + norm - 2 * toTarget + _targetNorm;
        var rest = whole - DenseRows.Dot(row.AsSpan(0, _panels.Count), row);
        if (rest <= Independent * whole) return false;
        row[^1] = Math.Sqrt(rest);
        _panels.Add(panel);
        _toTarget.Add(toTarget);
        _factor.Add(row);
        return true;
    }

    /// <summary>To the nearest point of the affine hull; whenever that leaves the mixtures, to their border on the way, where a panel drops out.</summary>
    private void Nearest()
    {
        while (true)
        {
            var aim = AffineWeights();
            var step = 1.0;
            for (var i = 0; i < aim.Length; i++)
                if (aim[i] <= Gone) step = Math.Min(step, _weights[i] / Math.Max(_weights[i] - aim[i], double.Epsilon));
            for (var i = 0; i < aim.Length; i++) _weights[i] += step * (aim[i] - _weights[i]);
            if (step >= 1 && !aim.Any(w => w <= Gone)) break;
            var last = _weights.Index().MinBy(w => w.Item).Index;
            for (var i = _weights.Count - 1; i >= 0; i--)
                if (i == last || _weights[i] <= Gone) Drop(i);
        }
        Array.Clear(Mean);
        for (var i = 0; i < _panels.Count; i++)
            foreach (var (kind, count) in _panels[i]) Mean[kind] += _weights[i] * count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] AffineWeights()
    {
        var weights = new double[_panels.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = (1 - DenseRows.Dot(weights.AsSpan(0, i), _factor[i])) / _factor[i][i];
        double sum = 0;
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            weights[i] /= _factor[i][i];
            sum += weights[i];
            DenseRows.Add(-weights[i], _factor[i].AsSpan(0, i), weights);
        }
        DenseRows.Scale(1 / sum, weights);
        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drop(int gone)
    {
        _panels.RemoveAt(gone);
        _toTarget.RemoveAt(gone);
        _weights.RemoveAt(gone);
        _factor.RemoveAt(gone);
        var rotations = new (double Cos, double Sin)[_factor.Count];
        for (var i = gone; i < _factor.Count; i++) // each row has one number too many: rotations of neighbouring columns push it out
        {
            var row = _factor[i];
            for (var j = gone; j < i; j++) (row[j], row[j + 1]) = (rotations[j].Cos * row[j] + rotations[j].Sin * row[j + 1], rotations[j].Cos * row[j + 1] - rotations[j].Sin * row[j]);
            var length = Math.Sqrt(row[i] * row[i] + row[i + 1] * row[i + 1]);
            rotations[i] = (row[i] / length, row[i + 1] / length);
            (row[i], row[i + 1]) = (length, 0);
        }
    }
}
