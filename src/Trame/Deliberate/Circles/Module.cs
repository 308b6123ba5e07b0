using Trame.Foundation;

namespace Trame.Deliberate.Circles;

/// <summary>Talking circles: an object goes round; rounds, their length and what all agreed are kept, and nothing else.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(TalkingCircle), typeof(CircleActs), typeof(GuardCircle)];

    public void Register(IServiceCollection services) => services.AddSingleton(CircleActs.Guard).AddScoped<GuardCircle>();
}
