namespace Trame.Act.CitizenDays;

/// <summary>What the engine said of the teams it proposed.</summary>
/// <param name="Cost">Sum of what each thing costs: see the page of methods.</param>
/// <param name="Bound">No teams cost less.</param>
/// <param name="Wishes">People who have their first wish, their second…; the last number counts those who have none of theirs.</param>
/// <param name="People">People placed or waiting.</param>
/// <param name="Waiting">People without a site.</param>
public sealed record PlanTold(double Cost, double Bound, IReadOnlyList<int> Wishes, int People, int Waiting)
{
    public bool IsProved => Bound >= Cost - 1e-6;

    /// <summary>By how much, at most, other teams would cost less, in percent.</summary>
    public int Gap => Cost <= 0 ? 0 : (int)Math.Ceiling((Cost - Bound) * 100 / Cost);
}
