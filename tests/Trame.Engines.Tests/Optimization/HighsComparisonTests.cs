using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

/// <summary>Our answers beside those of HiGHS on thousands of models; each of ours is proved besides.</summary>
public sealed class HighsComparisonTests
{
    private const int LinearPerKind = 160, WholePerKind = 12;
    private static readonly SolveLimits Patience = new() { Iterations = 2_000_000 };

    private static List<(string Name, LinearModel Model)> Models((string Name, Func<Random, LinearModel> Make)[] kinds, int each) =>
        [.. kinds.SelectMany(kind => Enumerable.Range(0, each).Select(seed => ($"{kind.Name}, seed {seed}", kind.Make(new Random(seed)))))];

    private static string? Differs(SolveStatus status, double objective, HighsOracle.Answer answer) => status switch
    {
        SolveStatus.Optimal when answer.Optimal && Math.Abs(objective - answer.Objective) <= 1e-6 * Math.Max(1, Math.Abs(objective)) => null,
        SolveStatus.Infeasible when answer.Infeasible => null,
        SolveStatus.Unbounded when answer.Unbounded => null,
        _ => $"{status} {objective:R}, HiGHS says {answer.Status} {answer.Objective:R}",
    };

    [Fact]
    public void Two_thousand_linear_programs_have_the_answers_of_highs_and_their_proofs()
    {
        if (HighsOracle.Missing() is { } why) Assert.Skip($"HiGHS cannot be asked: {why}.");
        var models = Models(Problems.Linear, LinearPerKind);
        models.Count.ShouldBeGreaterThanOrEqualTo(2000);
        var answers = HighsOracle.Solve([.. models.Select(m => m.Model)]);
        answers.Count.ShouldBe(models.Count);
        var wrong = new List<string>();
        foreach (var ((name, model), answer) in models.Zip(answers))
        {
            var solution = new LinearSolver(model).Solve(Patience);
            if (Differs(solution.Status, solution.Objective, answer) is { } difference) wrong.Add($"{name}: {difference}");
            var check = LinearCheck.Of(model, solution);
            if (check.Worst > LinearCheck.Tolerance) wrong.Add($"{name}: {check}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Integer_programs_of_seven_kinds_have_the_answers_of_highs()
    {
        if (HighsOracle.Missing() is { } why) Assert.Skip($"HiGHS cannot be asked: {why}.");
        var models = Models(Problems.Whole, WholePerKind);
        var answers = HighsOracle.Solve([.. models.Select(m => m.Model)]);
        answers.Count.ShouldBe(models.Count);
        var wrong = new List<string>();
        foreach (var ((name, model), answer) in models.Zip(answers))
        {
            var solution = new IntegerSolver(model).Solve(Patience);
            if (Differs(solution.Status, solution.Objective, answer) is { } difference) wrong.Add($"{name}: {difference}");
            if (solution.Status == SolveStatus.Optimal && Math.Abs(solution.Bound - solution.Objective) > 1e-6 * Math.Max(1, Math.Abs(solution.Objective))) wrong.Add($"{name}: bound {solution.Bound} for {solution.Objective}");
        }
        wrong.ShouldBeEmpty();
    }
}
