using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

public sealed partial class LinearSolverTests
{
    private const double Inf = double.PositiveInfinity;

    private static LinearSolution Proved(LinearModel model, LinearSolution? solution = null)
    {
        solution ??= new LinearSolver(model).Solve();
        LinearCheck.Of(model, solution).Worst.ShouldBeLessThanOrEqualTo(LinearCheck.Tolerance);
        return solution;
    }

    /// <summary>Two workshops, chairs and tables: 2 chairs + table ≤ 50 hours, chairs + 2 tables ≤ 40 hours, 30 and 50 euros each.</summary>
    private static LinearModel Workshop()
    {
        var model = new LinearModel(Goal.Maximise);
        int chairs = model.AddColumn(30), tables = model.AddColumn(50);
        model.AddRow(-Inf, 40, [chairs, tables], [1, 2]);
        model.AddRow(-Inf, 50, [chairs, tables], [2, 1]);
        return model;
    }

    [Fact]
    public void Twenty_chairs_and_ten_tables_earn_1100_and_an_hour_of_carpentry_is_worth_70_thirds()
    {
        var solution = Proved(Workshop());
        solution.Status.ShouldBe(SolveStatus.Optimal);
        solution.Objective.ShouldBe(1100, 1e-9);
        solution.Values.ShouldBe([20, 10], 1e-9);
        solution.RowDuals.ShouldBe([70 / 3.0, 10 / 3.0], 1e-9); // y₁ + 2y₂ = 30 and 2y₁ + y₂ = 50
        solution.ReducedCosts.ShouldBe([0, 0], 1e-9);
    }

    /// <summary>The example of docs/methods/optimisation.md.</summary>
    private static LinearModel TenPeople(double welcome)
    {
        var model = new LinearModel();
        int cooks = model.AddColumn(2), hosts = model.AddColumn(1);
        model.AddRow(10, 10, [cooks, hosts], [1, 1]);
        model.AddRow(6, Inf, [cooks], [1]);
        model.AddRow(welcome, Inf, [hosts], [1]);
        return model;
    }

    [Fact]
    public void Ten_people_cost_16_euros_and_one_more_person_or_cook_costs_one()
    {
        var solution = Proved(TenPeople(welcome: 3));
        solution.Objective.ShouldBe(16, 1e-12);
        solution.Values.ShouldBe([6, 4], 1e-12);
        solution.RowDuals.ShouldBe([1, 1, 0], 1e-12);
        var proof = Proved(TenPeople(welcome: 5)).Infeasibility.ShouldNotBeNull();
        var unit = proof.RowMultipliers[1];
        proof.RowMultipliers.Select(y => y / unit).ShouldBe([-1, 1, 1], 1e-12);
        ((proof.LeastOfRows - proof.MostOfColumns) / unit).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_model_without_rows_goes_to_the_best_bounds()
    {
        var model = new LinearModel { Offset = 7 };
        model.AddColumn(2, 1, 5);
        model.AddColumn(-3, -1, 4);
        model.AddColumn(0, double.NegativeInfinity);
        var solution = Proved(model);
        solution.Objective.ShouldBe(7 + 2 - 12);
        solution.Values.ShouldBe([1, 4, 0]);
    }

    [Fact]
    public void A_model_without_anything_is_its_offset() => Proved(new LinearModel { Offset = 3 }).Objective.ShouldBe(3);

    [Fact]
    public void A_row_without_coefficients_that_asks_for_something_is_infeasible_and_says_so()
    {
        var model = new LinearModel();
        model.AddColumn(1);
        model.AddRow(2, 3);
        var proof = Proved(model).Infeasibility.ShouldNotBeNull();
        proof.RowMultipliers[0].ShouldBeGreaterThan(0);
        proof.MostOfColumns.ShouldBe(0);
    }

    [Fact]
    public void Quotas_that_ask_for_more_people_than_there_are_name_the_three_rows_in_conflict()
    {
        var model = new LinearModel(); // a panel of 10: at least 6 women, at least 5 men; a third quota has nothing to do with it
        int women = model.AddColumn(0, 0, 40), men = model.AddColumn(0, 0, 40), young = model.AddColumn(0, 0, 10);
        model.AddRow(10, 10, [women, men], [1, 1]);
        model.AddRow(6, Inf, [women], [1]);
        model.AddRow(5, Inf, [men], [1]);
        model.AddRow(1, 3, [young], [1]);
        var solution = Proved(model);
        solution.Status.ShouldBe(SolveStatus.Infeasible);
        var proof = solution.Infeasibility.ShouldNotBeNull();
        var most = -proof.RowMultipliers[0];
        proof.RowMultipliers.Select(y => y / most).ShouldBe([-1, 1, 1, 0], 1e-9); // 6 + 5 − 10 > 0
        ((proof.LeastOfRows - proof.MostOfColumns) / most).ShouldBe(1, 1e-9);     // one person too many
    }

    [Fact]
    public void Without_a_limit_on_chairs_the_direction_of_endless_profit_is_told()
    {
        var model = new LinearModel(Goal.Maximise);
        int chairs = model.AddColumn(1), tables = model.AddColumn(1);
        model.AddRow(-Inf, 4, [chairs, tables], [-1, 1]);
        var solution = Proved(model);
        solution.Status.ShouldBe(SolveStatus.Unbounded);
        var ray = solution.Ray.ShouldNotBeNull();
        (ray[0] + ray[1]).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Beale_s_example_on_which_the_textbook_rule_cycles_ends_at_minus_one_twentieth()
    {
        var model = new LinearModel(); // Beale 1955
        model.AddColumn(-0.75);
        model.AddColumn(150);
        model.AddColumn(-0.02);
        model.AddColumn(6);
        model.AddRow(-Inf, 0, [0, 1, 2, 3], [0.25, -60, -0.04, 9]);
        model.AddRow(-Inf, 0, [0, 1, 2, 3], [0.5, -90, -0.02, 3]);
        model.AddRow(-Inf, 1, [2], [1]);
        Proved(model).Objective.ShouldBe(-0.05, 1e-12);
    }

    [Fact]
    public void Kuhn_s_cycling_example_ends_at_minus_two()
    {
        var model = new LinearModel();
        foreach (var cost in (double[])[-2, -3, 1, 12]) model.AddColumn(cost);
        model.AddRow(-Inf, 0, [0, 1, 2, 3], [-2, -9, 1, 9]);
        model.AddRow(-Inf, 0, [0, 1, 2, 3], [1.0 / 3, 1, -1.0 / 3, -2]);
        model.AddRow(-Inf, 2, [0, 1, 2, 3], [2, 3, -1, -12]);
        Proved(model).Objective.ShouldBe(-2, 1e-12);
    }

    [Theory, InlineData(3), InlineData(8), InlineData(14)]
    public void Klee_and_Minty_s_cube_ends_at_its_last_corner(int n)
    {
        var model = new LinearModel(Goal.Maximise); // Chvátal 1983, page 47
        for (var j = 0; j < n; j++) model.AddColumn(Math.Pow(10, n - 1 - j));
        for (var i = 0; i < n; i++)
            model.AddRow(-Inf, Math.Pow(100, i), [.. Enumerable.Range(0, i + 1)], [.. Enumerable.Range(0, i).Select(j => 2 * Math.Pow(10, i - j)), 1]);
        var solution = Proved(model);
        (solution.Objective / Math.Pow(100, n - 1)).ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(1, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    public void A_number_that_means_nothing_is_refused(double cost, double lower, double upper) => Should.Throw<ArgumentException>(() => new LinearModel().AddColumn(cost, lower, upper));

    [Fact]
    public void A_column_said_twice_in_a_row_is_refused()
    {
        var model = Workshop();
        Should.Throw<ArgumentException>(() => model.AddRow(0, 1, [0, 0], [1, 1])).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => model.AddRow(0, 1, [2], [1])).Message.ShouldContain("outside");
        Should.Throw<ArgumentException>(() => model.AddRow(0, 1, [1], [1, 2])).Message.ShouldContain("2 values");
        model.RowCount.ShouldBe(2);
    }
}
