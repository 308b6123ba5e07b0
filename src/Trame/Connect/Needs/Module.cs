using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Connect.Needs;

/// <summary>Needs: what people ask for, said by themselves or for them; neighbours' worries; the kinds they are told with; times of crisis.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => NeedFacts.All;

    public IReadOnlyList<Type> Publishes =>
    [
        typeof(Need), typeof(CarnetEntry), typeof(EntryForm), typeof(EntryPage), typeof(HelpKind), typeof(HelpKinds), typeof(NeedFacts), typeof(NeedActs), typeof(WeekSlots), typeof(DiscreetSpots), typeof(ICarnetPages),
        typeof(FindCarnets), typeof(FindCrisis), typeof(WithdrawCarnet), typeof(AnswerNeeds), typeof(Crisis), typeof(TryResult),
    ];

    public void Register(IServiceCollection services)
    {
        foreach (var act in NeedActs.All) services.AddSingleton(act);
        services.AddSingleton<DiscreetSpots>().AddScoped<HelpKinds>().AddScoped<FindCrisis>().AddScoped<FindCarnets>();
        services.AddScoped<ExpressNeed>().AddScoped<CareForNeed>().AddScoped<WithdrawCarnet>().AddScoped<AnswerNeeds>().AddScoped<KeepKind>().AddScoped<RunCrisis>();
        services.AddSingleton<IPurge, ForgetNeeds>().AddSingleton<IDeskCount, NeedsThatWait>();
        services.AddSingleton(new MenuPage("connect", 30, "/relier/demander", "needs.ask"));
        services.AddSingleton(new MenuPage("connect", 50, "/relier/demandes", "needs.desk.title", NeedActs.CareFor));
        services.AddSingleton(new MenuPage("connect", 70, "/relier/sortes", "needs.kinds.title", NeedActs.KeepKinds));
        services.AddSingleton(new MenuPage("connect", 80, "/relier/crise", "needs.crisis.title", NeedActs.OpenCrisis));
    }
}
