using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// Neighbours who exchange hours, one for one, whatever is done with them. Holds: limits are the same for all; a newcomer starts with some hours; what comes back too often between the same two is
/// told to the office, never forbidden by a machine. Every length is in minutes.
/// </summary>
public sealed class TimeBank : IVersioned
{
    public const int NameLength = 80;
    public const int LeadLength = 400;
    public const long DayMinutes = 1440;
    public const long MostLimit = 60_000;

    private TimeBank() { }

    private TimeBank(string slug, Guid territoryId, Instant at) => (Slug, TerritoryId, OpenedAt) = (slug, territoryId, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public string Lead { get; private set; } = "";

    /// <summary>How far below zero one may go.</summary>
    public long Floor { get; private set; } = -1200;

    /// <summary>How much one may keep: hours are there to be used.</summary>
    public long Ceiling { get; private set; } = 2400;

    /// <summary>What a newcomer starts with.</summary>
    public long Welcome { get; private set; } = 120;

    /// <summary>The longest exchange.</summary>
    public long Most { get; private set; } = 480;

    /// <summary>So many times the same service between the same two within <see cref="OftenWeeks"/>: it is not occasional any more.</summary>
    public int Often { get; private set; } = 4;
    public int OftenWeeks { get; private set; } = 8;
    public Instant OpenedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<TimeBank> Of(string name, string lead, string slug, Guid territoryId, Instant at)
    {
        var bank = new TimeBank(slug, territoryId, at);
        var outcome = bank.Say(name, lead, bank.Floor, bank.Ceiling, bank.Welcome, bank.Most, bank.Often, bank.OftenWeeks);
        return outcome.Accepted ? bank : outcome;
    }

    public Outcome Say(string name, string lead, long floor, long ceiling, long welcome, long most, int often, int oftenWeeks)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("time.bank.no-name", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (lead.Trim().Length > LeadLength) refusals.Add(new("occasions.field.long", "Lead", $"{LeadLength}", $"{lead.Trim().Length}"));
        if (floor is > 0 or < -MostLimit) refusals.Add(new("time.bank.floor.wrong", "Floor"));
        if (ceiling is < 60 or > MostLimit) refusals.Add(new("time.bank.ceiling.wrong", "Ceiling"));
        if (welcome < 0 || welcome > ceiling) refusals.Add(new("time.bank.welcome.wrong", "Welcome"));
        if (most is < 15 or > DayMinutes) refusals.Add(new("time.bank.most.wrong", "Most"));
        if (often is < 2 or > 100) refusals.Add(new("time.bank.often.wrong", "Often"));
        if (oftenWeeks is < 1 or > 52) refusals.Add(new("time.bank.often.wrong", "OftenWeeks"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Name, Lead, Floor, Ceiling, Welcome, Most, Often, OftenWeeks) = (name.Trim(), lead.Trim(), floor, ceiling, welcome, most, often, oftenWeeks);
        return Outcome.Done;
    }
}
