using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Budgets;

/// <summary>Participatory budgets: an envelope, project files with their real costs, a secret vote by screen, booth or paper, a count by a rule that is said before, and the explanation of every project. Also the verb that counts a file.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => BudgetFacts.All;

    public IReadOnlyList<Type> Publishes =>
    [
        typeof(ParticipatoryBudget), typeof(ProjectFile), typeof(VotingCode), typeof(BudgetBallot), typeof(BudgetSheet), typeof(BudgetActs), typeof(BudgetFacts), typeof(BudgetFrame), typeof(FrameBudget), typeof(KeepFiles), typeof(CastBallot),
        typeof(CountBudget), typeof(MakeCodes), typeof(BudgetResults), typeof(ReadResults), typeof(BallotLine), typeof(FindBudgets), typeof(BudgetLine),
    ];

    public void Register(IServiceCollection services)
    {
        foreach (var act in BudgetActs.All) services.AddSingleton(act);
        services.AddScoped<FrameBudget>().AddScoped<KeepFiles>().AddScoped<CastBallot>().AddScoped<MakeCodes>().AddScoped<CountBudget>().AddScoped<ReadResults>().AddSingleton<ReadResults.Kept>();
        services.AddScoped<FindBudgets>().AddScoped<ICarried>(scope => scope.GetRequiredService<FindBudgets>());
        services.AddSingleton(new MenuPage("deliberate", 20, "/budgets", "budget.list.crumb"));
    }

    public IEnumerable<Command> Commands(CommandHost host) => [TallyVerb.Of(host)];
}
