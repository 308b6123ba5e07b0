using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.Needs;

/// <summary>
/// Something somebody said and holds on paper, by a code: a need, an offer. Holds: no account, no address, no number is required nor unique (R3); where somebody lives is never kept, only
/// a cell; what is withdrawn forgets who it was at once, and needs no reason (R2).
/// </summary>
public abstract class CarnetEntry
{
    public const int NameLength = 40;

    protected CarnetEntry() { }

    protected CarnetEntry(string code, Guid territoryId, Channel channel, LocalDate expiresOn, Instant at) => (Code, TerritoryId, Channel, ExpiresOn, SaidAt) = (code, territoryId, channel, expiresOn, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Opens the carnet: everything the same person said. Not unique: a carnet has several pages.</summary>
    public string Code { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public EntryStatus Status { get; protected set; } = EntryStatus.Open;

    /// <summary>A first name or a nickname, if they wished.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>How they wish to be reached, in their order.</summary>
    public List<ContactStep> Contacts { get; protected set; } = [];

    /// <summary>The receipts of each try to reach them.</summary>
    public List<ContactTry> Tries { get; protected set; } = [];

    /// <summary>The middle of a cell (<see cref="DiscreetSpots"/>), or of the commune when they said no more.</summary>
    public double? Latitude { get; protected set; }
    public double? Longitude { get; protected set; }

    /// <summary>See <see cref="WeekSlots"/>.</summary>
    public string Slots { get; protected set; } = WeekSlots.None;
    public GettingAbout About { get; protected set; } = GettingAbout.Walk;
    public WhoSees SeenBy { get; protected set; }
    public Channel Channel { get; private set; }
    public Instant SaidAt { get; private set; }
    public LocalDate ExpiresOn { get; private set; }
    public Instant? EndedAt { get; private set; }
    public Guid? CrisisId { get; protected set; }
    public int Version { get; protected set; } = 1;

    public bool IsLive => Status is EntryStatus.Open or EntryStatus.Signal or EntryStatus.Frozen;

    public void Place((double Latitude, double Longitude)? cell) => (Latitude, Longitude) = (cell?.Latitude, cell?.Longitude);

    public void Reach(string name, IReadOnlyList<ContactStep> contacts, WhoSees seenBy) => (Name, Contacts, SeenBy) = (name, [.. contacts], seenBy);

    public void Week(string slots, GettingAbout about) => (Slots, About) = (slots, about);

    public void During(Guid? crisis) => CrisisId = crisis;

    /// <summary>A try to reach them is written down.</summary>
    public Outcome Tried(ContactTry receipt)
    {
        if (!IsLive) return new Refusal("needs.ended");
        Tries = [.. Tries, receipt];
        Version++;
        return Outcome.Done;
    }

    /// <summary>Taken back: no reason, and who it was is forgotten at once. Said twice, it is so already.</summary>
    public bool Withdraw(Instant at)
    {
        var live = IsLive;
        if (live) End(EntryStatus.Withdrawn, at);
        Forget();
        return live;
    }

    public Outcome Answer(Instant at)
    {
        if (Status != EntryStatus.Open) return new Refusal("needs.ended");
        End(EntryStatus.Answered, at);
        return Outcome.Done;
    }

    public void Expire(Instant at)
    {
        if (IsLive) End(EntryStatus.Expired, at);
    }

    public void Freeze(bool frozen)
    {
        if (!IsLive) return;
        Status = frozen ? EntryStatus.Frozen : EntryStatus.Open;
        Version++;
    }

    /// <summary>Who it was, where they live and how to reach them are gone; that something was said, when and in which commune stays.</summary>
    public virtual void Forget()
    {
        (Name, Contacts, Tries, Latitude, Longitude, Slots) = ("", [], [], null, null, WeekSlots.None);
        Code = "";
        Version++;
    }

    private void End(EntryStatus status, Instant at)
    {
        (Status, EndedAt) = (status, at);
        Version++;
    }
}
