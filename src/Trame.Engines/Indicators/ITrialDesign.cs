namespace Trame.Engines.Indicators;

/// <summary>Which choices are tried together, and what can be read from it.</summary>
internal interface ITrialDesign
{
    /// <summary>One number per choice for each run; a number modulo the count of options is an option.</summary>
    IReadOnlyList<ulong[]> Points { get; }

    /// <summary>The first runs, that are independent of each other: intervals are read from them.</summary>
    int Independent { get; }

    /// <summary>First and total order of a choice for one value per run, and their standard errors; NaN when nothing varies.</summary>
    (double First, double Total, double FirstError, double TotalError) Sobol(double[] values, int choice);

    /// <summary>The total order alone, without its error: for what is asked of each unit.</summary>
    double Total(double[] values, int choice);
}
