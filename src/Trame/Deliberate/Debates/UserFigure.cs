namespace Trame.Deliberate.Debates;

/// <summary>As whom people are called: each debate says it, and anyone may say that it is not so.</summary>
public enum UserFigure
{
    Administered,
    Client,
    Citizen,
    Coproducer,
}
