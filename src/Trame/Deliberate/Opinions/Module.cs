using Trame.Foundation;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Opinions;

/// <summary>Opinion maps: statements moderated in public, votes that count the same from a screen or from paper, and what unites and divides, without ever showing a person.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(OpinionStatement), typeof(OpinionVote), typeof(OpinionVoter), typeof(OpinionActs), typeof(CastVotes), typeof(KeepStatements), typeof(OpinionTable), typeof(DrawOpinions), typeof(NextStatement)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in OpinionActs.All) services.AddSingleton(act);
        services.AddScoped<CastVotes>().AddScoped<KeepStatements>().AddScoped<DrawOpinions>().AddSingleton<DrawOpinions.Kept>();
        services.AddSingleton<IPurge, ForgetVoters>();
    }
}
