using Trame.Connect.Needs;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Connect.TimeExchange;

/// <summary>Time exchange: hours given one for one, an append-only ledger whose sum is zero, cheques on paper, a pot for all, an office that acts within a mandate.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => TimeExchangeFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(TimeBank), typeof(TimeAccount), typeof(TimeTransfer), typeof(TimeEntry), typeof(TimeCheque), typeof(TimeMandate), typeof(TimeExchangeFacts), typeof(Ledger), typeof(ReadBank), typeof(ChequeNumber)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in TimeExchangeActs.All) services.AddSingleton(act);
        services.AddScoped<Ledger>().AddScoped<FindAccounts>().AddScoped<ReadBank>().AddScoped<OpenBank>().AddScoped<JoinBank>().AddScoped<PayHours>().AddScoped<ShareHours>();
        services.AddScoped<KeepCheques>().AddScoped<CorrectTransfer>().AddScoped<KeepAccount>().AddScoped<CloseAccount>().AddScoped<SettleClearings>();
        services.AddScoped<ICarnetPages, TimePages>().AddSingleton<IPurge, ForgetWaiting>().AddSingleton<IDeskCount, MembersToWelcome>().AddHostedService<SettleAgain>();
        services.AddSingleton(new MenuPage("connect", 45, "/temps", "time.crumb"));
    }
}
