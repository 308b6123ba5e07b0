namespace Trame.Deliberate.Budgets;

/// <summary>What may be done with a participatory budget.</summary>
public static class BudgetActs
{
    /// <summary>Propose a project, vote with a code, appeal: anyone.</summary>
    public static readonly Foundation.Web.Act TakePart = new("budget.take-part", "visitor");

    /// <summary>Study the files, hand out codes, hold the booth, type sheets of paper.</summary>
    public static readonly Foundation.Web.Act Keep = new("budget.keep", "coordinator", "counter-agent", "host");

    /// <summary>Say the envelope and the rules, open, count.</summary>
    public static readonly Foundation.Web.Act Run = new("budget.run", "coordinator");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [TakePart, Keep, Run];
}
