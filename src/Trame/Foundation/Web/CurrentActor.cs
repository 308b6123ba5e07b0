namespace Trame.Foundation.Web;

/// <summary>The actor of this request or command.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; private set; } = Actor.Anyone;

    public void Become(Actor actor) => Actor = actor;
}
