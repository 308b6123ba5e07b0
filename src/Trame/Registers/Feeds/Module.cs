using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Registers.Feeds;

/// <summary>Others' calendars: read once or every night, shown before anything is written, taken in as moments with their source.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(CalendarFeed), typeof(FeedMoment)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(FeedActs.Manage).AddSingleton(new MenuPage("desk", 45, "/donnees/agendas", "feeds.title", FeedActs.Manage));
        services.AddSingleton(s => new FeedWeb(s.GetRequiredService<IConfiguration>()["Trame:FeedsInside"] == "true"));
        services.AddScoped<TakeFeed>().AddScoped<StartFeed>().AddScoped<AcceptFeed>().AddScoped<EndFeed>().AddScoped<UndoFeed>().AddScoped<RefreshFeeds>().AddHostedService<RefreshNightly>();
        services.AddSingleton<IPurge>(new PurgeRows<CalendarFeed>(Retention.ImportFile, before => f => f.State == FeedState.Read && f.CreatedAt < before));
    }

    public IEnumerable<Command> Imports(CommandHost host) => CalendarVerbs.Of(host);
}
