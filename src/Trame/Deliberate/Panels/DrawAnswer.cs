using System.Globalization;
using Trame.Engines.Sortition;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Panels;

/// <summary>What <c>trame draw</c> answers.</summary>
internal sealed record DrawAnswer
{
    public required int Size { get; init; }
    public required string Rule { get; init; }
    public required double Seconds { get; init; }
    public required bool Optimal { get; init; }
    public required double Gap { get; init; }
    public required double Minimum { get; init; }

    /// <summary>Without the cap, the smallest probability could be this: the price of the cap. Null without a cap.</summary>
    public required double? MinimumWithoutCap { get; init; }

    public required string Seed { get; init; }
    public required IReadOnlyDictionary<string, double> Probabilities { get; init; }
    public required IReadOnlyList<Panel> Panels { get; init; }
    public required IReadOnlyList<string> Selected { get; init; }
    public required IReadOnlyList<string> Reserves { get; init; }
    public required Contradiction? Infeasible { get; init; }

    internal sealed record Panel(IReadOnlyList<string> Members, double Probability);

    internal sealed record Contradiction(IReadOnlyList<Bound> Conflict, IReadOnlyList<Change> Relaxations);

    internal sealed record Bound(string Quota, string Side, int Asked, int Available, string Words);

    internal sealed record Change(string Quota, int Min, int Max, int NewMin, int NewMax, string Words);

    public static DrawAnswer Of(SortitionProblem problem, SortitionResult result, string seed, int reserves, double? withoutCap)
    {
        var chance = new DrawStream(seed);
        IReadOnlyList<int> selected = result.Panels.Count > 0 ? result.Draw(chance).Members : [];
        return new()
        {
            Size = problem.Size, Rule = result.Rule.ToString().ToLowerInvariant(), Seconds = result.Effort.Time.TotalSeconds, Optimal = result.Optimal, Gap = result.Gap,
            Minimum = result.Minimum, MinimumWithoutCap = withoutCap, Seed = seed,
            Probabilities = problem.Pool.Index().ToDictionary(p => p.Item.Id, p => result.Probabilities[p.Index]),
            Panels = [.. result.Panels.Select(p => new Panel(Ids(p.Members), p.Probability))],
            Selected = Ids(selected), Reserves = selected.Count > 0 ? Ids(Engines.Sortition.Reserves.Of(problem, selected, reserves, chance)) : [],
            Infeasible = result.Infeasible is { } why ? new([.. why.Conflict.Select(Say)], [.. why.Relaxations.Select(change => Say(problem, change))]) : null,
        };

        IReadOnlyList<string> Ids(IReadOnlyList<int> places) => [.. places.Select(i => problem.Pool[i].Id)];
    }

    public string Json() => JsonAnswer.Of(this);

    public string Words(SortitionProblem problem, SortitionResult result)
    {
        if (Infeasible is { } why)
            return string.Join('\n', [Texts.Get(why.Conflict.Count == 0 ? "panels.impossible.size" : "panels.impossible", Size, problem.Pool.Count), .. why.Conflict.Select(c => $"  - {c.Words}"),
                Texts.Get(why.Relaxations.Count == 0 ? "panels.relax.none" : "panels.relax"), .. why.Relaxations.Select(r => $"  - {r.Words}")]);
        if (Panels.Count == 0) return Texts.Get("panels.nothing-yet");
        var lines = new List<string>
        {
            Texts.Get("panels.said.drawn", Size, problem.Pool.Count, Rule, Seconds.ToString("0.00", CultureInfo.CurrentUICulture)),
            Texts.Get("panels.said.minimum", Percent(Minimum), Percent(Size / (double)problem.Pool.Count), Percent(Probabilities.Values.Max())),
            Optimal ? Texts.Get("panels.said.optimal") : Texts.Get("panels.said.gap", Percent(result.MinimumBound), Percent(Gap)),
        };
        if (MinimumWithoutCap is { } free) lines.Add(Texts.Get("panels.said.price", Percent(free)));
        lines.Add(Texts.CountOf("panels.said.panels", Panels.Count, Seed));
        lines.Add($"  {string.Join(" ", Selected)}");
        if (Reserves.Count > 0) lines.AddRange([Texts.Get("panels.said.reserves"), $"  {string.Join(" ", Reserves)}"]);
        return string.Join('\n', lines);
    }

    private static string Percent(double share) => share.ToString("P2", CultureInfo.CurrentUICulture);

    private static string Name(Quota quota) => quota.OtherValue is null ? $"{quota.Category} « {quota.Value} »" : $"{quota.Category} « {quota.Value} » × {quota.OtherCategory} « {quota.OtherValue} »";

    private static Bound Say(QuotaBound bound)
    {
        var asked = bound.IsMinimum ? bound.Quota.Min : bound.Quota.Max;
        return new(bound.Quota.ToString(), bound.IsMinimum ? "min" : "max", asked, bound.Available, Texts.CountOf(bound.IsMinimum ? "panels.conflict.min" : "panels.conflict.max", asked, Name(bound.Quota), bound.Available));
    }

    /// <remarks>More people help only where there are fewer than the minimum asks, and where the panel has room for it.</remarks>
    public static string Wording(SortitionProblem problem, Relaxation change)
    {
        var (quota, missing, excess) = (change.Quota, change.Quota.Min - change.Min, change.Max - change.Quota.Max);
        return missing > 0 && quota.Min <= problem.Size && problem.Pool.Count(person => problem.Counts(quota, person)) < quota.Min
            ? Texts.CountOf("panels.relax.missing", missing, Name(quota), quota.Min, change.Min)
            : missing > 0 ? Texts.Get("panels.relax.lower", Name(quota), quota.Min, change.Min)
            : Texts.CountOf("panels.relax.excess", excess, Name(quota), quota.Max, change.Max);
    }

    private static Change Say(SortitionProblem problem, Relaxation change) => new(change.Quota.ToString(), change.Quota.Min, change.Quota.Max, change.Min, change.Max, Wording(problem, change));
}
