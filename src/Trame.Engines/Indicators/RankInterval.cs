namespace Trame.Engines.Indicators;

/// <summary>Ranks of a unit over the runs that give it a score; 1 for the highest.</summary>
/// <param name="Low">Best rank of the interval.</param>
/// <param name="Median">Median rank.</param>
/// <param name="High">Worst rank of the interval.</param>
/// <param name="Scored">Share of the runs that give it a score.</param>
/// <param name="Driver">Number, in <see cref="CompositeUncertainty.Choices"/>, of the choice with the largest total effect on its rank; −1 when nothing moves it.</param>
public sealed record RankInterval(double Low, double Median, double High, double Scored, int Driver);
