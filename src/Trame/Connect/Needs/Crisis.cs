using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.Needs;

/// <summary>
/// A time when mutual aid goes faster: cold, flood, confinement (S0-31). Holds: it has a first and a last day and names who is competent, so that neighbours never stand in for a service
/// (R11); closed, it is thanked for and its needs end with it.
/// </summary>
public sealed class Crisis : IVersioned
{
    public const int NameLength = 80;
    public const int TextLength = 600;
    public const int MostDays = 366;

    private Crisis() { }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public LocalDate OpensOn { get; private set; }
    public LocalDate ClosesOn { get; private set; }

    /// <summary>Which services answer for what: one a line, with their number.</summary>
    public string Services { get; private set; } = "";
    public string Thanks { get; private set; } = "";
    public Instant? ClosedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpenOn(LocalDate day) => ClosedAt is null && OpensOn <= day && day <= ClosesOn;

    public static Outcome<Crisis> Of(string name, LocalDate opens, LocalDate closes, string services)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("needs.crisis.no-name", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (Blank.Is(services)) refusals.Add(new("needs.crisis.no-service", "Services"));
        if (services.Trim().Length > TextLength) refusals.Add(new("occasions.field.long", "Services", $"{TextLength}", $"{services.Trim().Length}"));
        if (closes < opens || Period.DaysBetween(opens, closes) > MostDays) refusals.Add(new("needs.crisis.days", "ClosesOn"));
        return refusals.Count > 0 ? Outcome.Of(refusals) : new Crisis { Name = name.Trim(), OpensOn = opens, ClosesOn = closes, Services = services.Trim() };
    }

    public Outcome Close(string thanks, Instant at)
    {
        if (ClosedAt is not null) return new Refusal("needs.crisis.closed");
        if (Blank.Is(thanks)) return new Refusal("needs.crisis.no-thanks", "Thanks");
        if (thanks.Trim().Length > TextLength) return new Refusal("occasions.field.long", "Thanks", $"{TextLength}", $"{thanks.Trim().Length}");
        (Thanks, ClosedAt) = (thanks.Trim(), at);
        return Outcome.Done;
    }
}
