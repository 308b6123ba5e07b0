using Trame.Foundation;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Registers.Campaigns;

/// <summary>Campaigns: « est-ce toujours vrai ? » asked once of those who know, on paper, by telephone or by a message; what they answer keeps the register fresh.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(StartCampaign), typeof(Campaign), typeof(CampaignFilter), typeof(CampaignAsk), typeof(CampaignQuestion), typeof(CampaignAnswer), typeof(IMessageGate), typeof(MessageWay)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in CampaignActs.All) services.AddSingleton(act);
        services.AddScoped<ChooseAsked>().AddScoped<ReadSheets>().AddScoped<StartCampaign>().AddScoped<EndCampaign>().AddScoped<AnswerQuestions>().AddScoped<StopAsking>().AddScoped<SettleAnswer>().AddScoped<SendCampaign>();
        services.AddSingleton<IMessageGate, MailGate>().AddSingleton<IMessageGate, SmsGate>().AddSingleton<SendMessages>().AddHostedService<KeepSendingMessages>();
        services.AddSingleton<IPurge>(new PurgeRows<Campaign>(Retention.Campaign, before => c => c.CreatedAt < before));
        services.AddSingleton(new MenuPage("desk", 50, "/bureau/campagnes", "campaigns.title", CampaignActs.Type));
    }
}
