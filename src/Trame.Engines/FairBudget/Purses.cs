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

    public void Empty(int type)
    {
        Exact.Empty(type);
        (Left[type], Error[type]) = (0, 0);
    }

    /// <summary>Takes a payment that is itself known up to an error.</summary>
    public void Take(int type, double payment, double error)
    {
        var left = Left[type] - payment;
        Left[type] = Math.Max(0, left);
        Error[type] += error + (Rounding * (payment + Math.Abs(left)));
        LargestError = Math.Max(LargestError, Error[type]);
    }
}
