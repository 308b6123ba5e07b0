using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Act.Shifts;

/// <summary>Hands: when they are wanted, who lends one, what somebody could do this week with the time they have.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => [ShiftFacts.Held];

    public IReadOnlyList<Type> Publishes => [typeof(Shift), typeof(ShiftHand), typeof(HandWay), typeof(FindShifts), typeof(ShiftActs), typeof(ShiftFacts), typeof(OpenShifts), typeof(LendHand), typeof(TellShift)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in ShiftActs.All) services.AddSingleton(act);
        services.AddScoped<OpenShifts>().AddScoped<CancelShift>().AddScoped<LendHand>().AddScoped<StepAside>().AddScoped<TellShift>().AddScoped<FindShifts>().AddScoped<FindThisWeek>();
        services.AddSingleton<RemindHands>().AddHostedService<KeepReminding>().AddSingleton<IPurge, ForgetHands>();
        services.AddSingleton(new MenuPage("act", 5, "/cette-semaine", "week.title"));
    }
}
