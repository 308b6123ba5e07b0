using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Act.CitizenDays;

/// <summary>Citizen days: many worksites in one day, who comes with whom, teams, the desk that works without a network, the evening.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => CitizenDayFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(CitizenDay), typeof(Worksite), typeof(WorksiteState), typeof(SignUp), typeof(SignedPerson), typeof(DayText), typeof(SiteText), typeof(SiteAsks), typeof(SkillNeed), typeof(CitizenDayFacts), typeof(TellWorksite), typeof(Teams)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in CitizenDayActs.All) services.AddSingleton(act);
        services.AddScoped<OpenDay>().AddScoped<DescribeDay>().AddScoped<ProposeWorksite>().AddScoped<KeepWorksite>().AddScoped<SignUpForDay>().AddScoped<WithdrawSignUp>();
        services.AddScoped<ReadDay>().AddScoped<PlanDay>().AddScoped<PlaceSignUp>().AddScoped<TellTeams>().AddScoped<ReceiveDesk>().AddScoped<TellWorksite>();
        services.AddSingleton<IPurge, ForgetSignUps>();
        services.AddSingleton(new MenuPage("act", 30, "/journees-citoyennes", "days.list.crumb"));
    }
}
