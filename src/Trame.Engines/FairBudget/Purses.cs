using System.Runtime.CompilerServices;

namespace Trame.Engines.FairBudget;

/// <summary>What each type of voter has left, as rounded numbers with a bound on their error, and the exact ledger behind them.</summary>
internal sealed class Purses(VoterTypes types)
{
    /// <summary>One rounding is at most this share of its result (2⁻⁵³, with room for the products of roundings).</summary>
    public const double Rounding = 1.2e-16;

    public double[] Left { get; } = new double[types.Count];

    /// <summary>The exact balance is at most this far from <see cref="Left"/>; 0 for an empty purse.</summary>
    public double[] Error { get; } = new double[types.Count];

    /// <summary>No error is larger.</summary>
    public double LargestError { get; private set; }

    public ExactLedger Exact { get; } = new(types);

    public void Open(Rational endowment)
    {
        Exact.Open(endowment);
        Array.Fill(Left, endowment.ToDouble());
        LargestError = 8 * Rounding * endowment.ToDouble();
        Array.Fill(Error, LargestError);
    }

    /// <summary>Every supporter pays the price per point of score, or all they have.</summary>
    /// <param name="project">Index; already in the ledger.</param>
    /// <param name="price">Per point of score, rounded.</param>
    /// <param name="error">Bound on its error.</param>
    /// <param name="emptied">Who gives all; null when rounded numbers tell.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pay(int project, double price, double error, HashSet<int>? emptied)
    {
        var range = types.Start[project]..types.Start[project + 1];
        var supporter = types.Supporter.AsSpan(range);
        var score = types.Score.AsSpan(range);
        var (left, errors, largest) = (Left, Error, LargestError);
        for (var e = 0; e < supporter.Length; e++)
        {
            var (type, payment) = (supporter[e], price * score[e]);
            if (left[type] == 0 && errors[type] == 0) continue; // empty since long
            if (emptied is null ? left[type] < payment : emptied.Contains(type))
            {
                Exact.Empty(type);
                (left[type], errors[type]) = (0, 0);
                continue;
            }

            var rest = left[type] - payment;
            left[type] = Math.Max(0, rest);
            errors[type] += (error * score[e]) + (Rounding * (payment + Math.Abs(rest)));
            largest = Math.Max(largest, errors[type]);
        }

        LargestError = largest;
    }
}
