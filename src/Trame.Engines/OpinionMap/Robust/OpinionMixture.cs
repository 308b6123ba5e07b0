using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>k groups in the space of opinions: shares, centres, and one common spread inside groups, seen through what each person's votes say.</summary>
/// <remarks>
/// Gaussian mixture with a different measurement error for each person, by expectation-maximisation (Bovy, Hogg and Roweis, "Extreme deconvolution", Annals of Applied Statistics 5, 2011), the spread being common.
/// Someone with few votes is not drawn to the middle: they count for what they say. k = 1 is « one public ». One iteration is O(people·(axes³ + k·axes²)).
/// </remarks>
internal sealed partial class OpinionMixture
{
    private const double LeastSpread = 1e-4;
    private readonly int _axes;
    private double[] _inverse = [], _pull = [], _constant = [];

    private OpinionMixture(int axes, double[] shares, double[] centers, double[] spread)
    {
        (_axes, Shares, Centers, Spread) = (axes, shares, centers, spread);
        Prepare();
    }

    public double[] Shares { get; private set; }

    /// <summary>Centres, by group then axis.</summary>
    public double[] Centers { get; private set; }

    /// <summary>Covariance of opinions inside a group, by rows.</summary>
    public double[] Spread { get; private set; }

    /// <summary>Log-likelihood of the votes, up to a constant that does not depend on the mixture.</summary>
    public double LogLikelihood { get; private set; }

    public int Groups => Shares.Length;

    /// <summary>Number of parameters, for the information criterion.</summary>
    public int Parameters => (Groups - 1) + (Groups * _axes) + (_axes * (_axes + 1) / 2);

    public double Criterion(int people) => (-2 * LogLikelihood) + (Parameters * Math.Log(Math.Max(people, 2)));

    /// <summary>Distance between the two nearest centres, in spreads inside groups (Mahalanobis); infinite for one group.</summary>
    public double Separation()
    {
        var nearest = double.PositiveInfinity;
        for (var g = 0; g < Groups; g++)
            for (var other = 0; other < g; other++)
            {
                var square = 0.0;
                for (var a = 0; a < _axes; a++)
                    for (var b = 0; b < _axes; b++)
                        square += (Centers[(g * _axes) + a] - Centers[(other * _axes) + a]) * _inverse[(a * _axes) + b] * (Centers[(g * _axes) + b] - Centers[(other * _axes) + b]);
                nearest = Math.Min(nearest, Math.Sqrt(square));
            }

        return nearest;
    }

    /// <summary>Most likely group of each person.</summary>
    public int[] Place(OpinionSummaries people)
    {
        var places = new int[people.Count];
        Cores.For(people.Count, people.Count, person =>
        {
            Span<double> probabilities = stackalloc double[Groups];
            Responsibilities(people.Precision(person), people.Shift(person), probabilities);
            for (var g = 1; g < Groups; g++)
                if (probabilities[g] > probabilities[places[person]]) places[person] = g;
        });
        return places;
    }

    /// <summary>Probability of each group for a person, from their precision and shift; returns the log of the total.</summary>
    public double Responsibilities(ReadOnlySpan<double> precision, ReadOnlySpan<double> shift, Span<double> probabilities)
    {
        Span<double> factor = stackalloc double[_axes * _axes], posterior = stackalloc double[_axes * _axes], pulled = stackalloc double[_axes];
        return Responsibilities(precision, shift, probabilities, factor, posterior, pulled, default);
    }

    /// <summary>For a person, the common posterior covariance, the posterior mean in each group, and the log of each group's weight up to a constant common to groups.</summary>
    public void Scores(ReadOnlySpan<double> precision, ReadOnlySpan<double> shift, Span<double> posterior, Span<double> means, Span<double> scores)
    {
        Span<double> factor = stackalloc double[_axes * _axes], pulled = stackalloc double[_axes], probabilities = stackalloc double[Groups];
        Responsibilities(precision, shift, probabilities, factor, posterior, pulled, means);
        for (var g = 0; g < Groups; g++) scores[g] = Math.Log(Math.Max(probabilities[g], 1e-300));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Responsibilities(ReadOnlySpan<double> precision, ReadOnlySpan<double> shift, Span<double> probabilities, Span<double> factor, Span<double> posterior, Span<double> pulled, Span<double> means)
    {
        unchecked
        {
            var d = pulled.Length;
            for (var i = 0; i < factor.Length; i++) factor[i] = precision[i] + _inverse[i];
            var log = SmallSystem.Invert(factor, posterior, d);
            var best = double.NegativeInfinity;
            for (var g = 0; g < probabilities.Length; g++)
            {
                for (var a = 0; a < d; a++) pulled[a] = shift[a] + _pull[(g * d) + a];
                var energy = 0.0;
                for (var a = 0; a < d; a++)
                {
                    var mean = 0.0;
                    for (var b = 0; b < d; b++) mean += posterior[(a * d) + b] * pulled[b];
                    energy += mean * pulled[a];
                    if (!means.IsEmpty) means[(g * d) + a] = mean;
                }

                probabilities[g] = _constant[g] + (0.5 * energy);
                best = Math.Max(best, probabilities[g]);
            }

            var sum = 0.0;
            for (var g = 0; g < probabilities.Length; g++) sum += probabilities[g] = Math.Exp(probabilities[g] - best);
            for (var g = 0; g < probabilities.Length; g++) probabilities[g] /= sum;
            return best + Math.Log(sum) - (0.5 * log);
        }
    }

    private void Prepare()
    {
        var d = _axes;
        var factor = (double[])Spread.Clone();
        _inverse = new double[d * d];
        var log = SmallSystem.Invert(factor, _inverse, d);
        (_pull, _constant) = (new double[Groups * d], new double[Groups]);
        for (var g = 0; g < Groups; g++)
        {
            var energy = 0.0;
            for (var a = 0; a < d; a++)
            {
                for (var b = 0; b < d; b++) _pull[(g * d) + a] += _inverse[(a * d) + b] * Centers[(g * d) + b];
                energy += _pull[(g * d) + a] * Centers[(g * d) + a];
            }

            _constant[g] = Math.Log(Math.Max(Shares[g], 1e-12)) - (0.5 * (energy + log));
        }
    }
}
