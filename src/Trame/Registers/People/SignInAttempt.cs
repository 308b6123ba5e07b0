using NodaTime;

namespace Trame.Registers.People;

/// <summary>Knocks that failed at one login or card, whether it exists or not: a hash of what was typed, never the word itself.</summary>
public sealed class SignInAttempt
{
    private SignInAttempt() { }

    public string Key { get; private set; } = "";
    public int Failures { get; private set; }
    public Instant LastAt { get; private set; }
    public Instant? BlockedUntil { get; private set; }
}
