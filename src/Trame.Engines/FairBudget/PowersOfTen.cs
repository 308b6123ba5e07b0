namespace Trame.Engines.FairBudget;

/// <summary>1, 10, 100… exactly, and how many of them a number needs.</summary>
internal static class PowersOfTen
{
    /// <param name="exponent">0 to 28.</param>
    public static decimal Of(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    /// <summary>The same number without zeros at its end: 4000.0 has no decimals.</summary>
    public static decimal Shortest(decimal number) => number / 1.0000000000000000000000000000m;
}
