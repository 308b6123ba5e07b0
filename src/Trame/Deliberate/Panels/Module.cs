using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Panels;

/// <summary>Citizens' conventions drawn by lot: letters from a base list that is not kept, answers by every way, a public draw that anyone can check, the life of the panel, the answers, and people erased with proof. Also the verbs of the lottery.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => PanelFacts.All;

    public IReadOnlyList<Type> Publishes =>
    [
        typeof(Convention), typeof(ConventionFrame), typeof(PanelPerson), typeof(PanelDraw), typeof(PanelActs), typeof(PanelFacts), typeof(FrameConvention), typeof(DrawLetters), typeof(AnswerLetter), typeof(CommitDraw),
        typeof(RunPanel), typeof(PurgePanel), typeof(CheckQuotas), typeof(PanelPool), typeof(BaseList), typeof(LetterCodes),
    ];

    public void Register(IServiceCollection services)
    {
        foreach (var act in PanelActs.All) services.AddSingleton(act);
        services.AddScoped<FrameConvention>().AddScoped<DrawLetters>().AddScoped<AnswerLetter>().AddScoped<CommitDraw>().AddScoped<RunPanel>().AddScoped<CheckQuotas>().AddScoped<ICarried, FindConventions>();
        services.AddSingleton<LetterCodes>().AddSingleton<PurgePanel>().AddSingleton<IPurge>(s => s.GetRequiredService<PurgePanel>());
        services.AddSingleton(new MenuPage("deliberate", 30, "/conventions", "convention.list.crumb"));
    }

    public IEnumerable<Command> Commands(CommandHost host) => [DrawVerb.Of(host)];
}
