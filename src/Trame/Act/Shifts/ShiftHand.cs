using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Act.Shifts;

/// <summary>
/// Somebody who lends a hand for one shift. Holds: no account, a first name at most; stepping aside asks no reason and forgets who it was at once; somebody else may come in their place;
/// no history is kept of it, and nobody is counted over several shifts.
/// </summary>
public sealed class ShiftHand
{
    public const int NameLength = 40;
    public const int ReachLength = 120;

    private ShiftHand() { }

    public ShiftHand(Guid shiftId, string name, HandWay way, string reach, bool waits, Channel channel, string code, Instant at) =>
        (ShiftId, Name, Way, Reach, Waits, Channel, Code, SignedAt) = (shiftId, name, way, reach, waits, channel, code, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ShiftId { get; private set; }
    public string Name { get; private set; } = "";
    public HandWay Way { get; private set; }

    /// <summary>The number, the address or the words that their way needs.</summary>
    public string Reach { get; private set; } = "";

    /// <summary>Every place was taken: the first who waits takes the first that frees itself.</summary>
    public bool Waits { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>Opens it again: to read it, to step aside, to send somebody else.</summary>
    public string Code { get; private set; } = "";
    public Instant SignedAt { get; private set; }
    public Instant? RemindedAt { get; private set; }
    public Instant? LeftAt { get; private set; }
    public bool Came { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Leave(Instant at)
    {
        if (LeftAt is not null) return Outcome.Done; // sent twice: it is so already
        if (Came) return new Refusal("shifts.came-already");
        LeftAt = at;
        Forget();
        Version++;
        return Outcome.Done;
    }

    /// <summary>A place freed itself: there is something new to tell them.</summary>
    public void TakePlace()
    {
        (Waits, RemindedAt) = (false, null);
        Version++;
    }

    /// <summary>Somebody else comes in their place: it is theirs, with a code of its own.</summary>
    public Outcome GiveTo(string name, HandWay way, string reach, string code)
    {
        if (LeftAt is not null) return new Refusal("shifts.left-already");
        if (Came) return new Refusal("shifts.came-already");
        (Name, Way, Reach, Code, RemindedAt) = (name, way, reach, code, null);
        Version++;
        return Outcome.Done;
    }

    public void Remind(Instant at)
    {
        RemindedAt = at;
        Version++;
    }

    public void Arrive(bool came)
    {
        if (Came == came) return;
        Came = came;
        Version++;
    }

    public void Forget() => (Name, Way, Reach) = ("", HandWay.None, "");
}
