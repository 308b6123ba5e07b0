using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// The hours of a member under any name they like, or of the pot. Holds: no account, address or number is required (R3); the balance is kept by the database, which follows the entries and nothing
/// else; being exempt has no reason, because none is asked; closing forgets who it was and leaves what was exchanged.
/// </summary>
public sealed class TimeAccount
{
    public const int NameLength = 40;
    public const int ReachLength = 120;
    public const int ExemptMonths = 3;

    private TimeAccount() { }

    public TimeAccount(TimeBank bank, AccountKind kind, int number, string name, string code, Channel channel, Instant at)
    {
        (BankId, Kind, Number, Name, Code, Channel, OpenedAt) = (bank.Id, kind, number, name, code, channel, at);
        if (kind == AccountKind.Member) (Floor, Ceiling, State) = (bank.Floor, bank.Ceiling, AccountState.Waiting);
        if (kind == AccountKind.Pot) Floor = 0;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BankId { get; private set; }

    /// <summary>What members call each other by on a cheque.</summary>
    public int Number { get; private set; }
    public AccountKind Kind { get; private set; }
    public AccountState State { get; private set; } = AccountState.Open;
    public string Name { get; private set; } = "";

    /// <summary>The carnet it is a page of: one code for what one asks, offers and exchanges.</summary>
    public string Code { get; private set; } = "";
    public string Reach { get; private set; } = "";

    /// <summary>They wish their offers and requests to be read by the other members, under their name.</summary>
    public bool Shown { get; private set; }

    /// <summary>Until then, what they receive is given by the pot while it can.</summary>
    public LocalDate? ExemptUntil { get; private set; }

    /// <summary>Of another bank: « space/bank ».</summary>
    public string Partner { get; private set; } = "";
    public long? Floor { get; private set; }
    public long? Ceiling { get; private set; }

    /// <summary>Minutes; written by the database.</summary>
    public long Balance { get; private set; }
    public long Moves { get; private set; }
    public Channel Channel { get; private set; }
    public Instant OpenedAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsExempt(LocalDate today) => ExemptUntil >= today;

    public void With(string partner, long floor, long ceiling) => (Partner, Floor, Ceiling) = (partner, floor, ceiling);

    public Outcome Call(string name, string reach, bool shown)
    {
        var refusals = new List<Refusal>();
        if (Foundation.Text.Blank.Is(name)) refusals.Add(new("time.account.no-name", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (reach.Trim().Length > ReachLength) refusals.Add(new("occasions.field.long", "Reach", $"{ReachLength}", $"{reach.Trim().Length}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Name, Reach, Shown) = (name.Trim(), reach.Trim(), shown);
        Version++;
        return Outcome.Done;
    }

    public Outcome WelcomeIn()
    {
        if (State != AccountState.Waiting) return Refusal.Conflict;
        State = AccountState.Open;
        Version++;
        return Outcome.Done;
    }

    public void Exempt(LocalDate? until)
    {
        ExemptUntil = until;
        Version++;
    }

    /// <summary>Its hours went elsewhere just before; who it was is forgotten.</summary>
    public void Close(Instant at)
    {
        (State, Name, Code, Reach, Shown, ExemptUntil, EndedAt) = (AccountState.Closed, "", "", "", false, null, at);
        Version++;
    }
}
