using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;

namespace Trame.Connect.SharedPlaces;

/// <summary>
/// An opening that hosts hold in turn. Holds: who comes is a count and sums that people were willing to say, never rows of people; a sum never passes the count; the count becomes a fact once, and is
/// corrected by another.
/// </summary>
public sealed class Opening
{
    public const int MostHosts = 12;
    public const int MostPeople = 2000;

    /// <summary>What people may say at the door, and the words of each; ages are those of any sheet.</summary>
    public static readonly IReadOnlyList<string> Said = ["first-time", "alone", "neighbour"];

    private Opening() { }

    public Opening(Guid placeId, Instant startsAt, Instant endsAt, int hostsNeeded, string doorCode) => (PlaceId, StartsAt, EndsAt, HostsNeeded, DoorCode) = (placeId, startsAt, endsAt, hostsNeeded, doorCode);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public Instant StartsAt { get; private set; }
    public Instant EndsAt { get; private set; }
    public int HostsNeeded { get; private set; }
    public List<OpeningHost> Hosts { get; private set; } = [];

    /// <summary>Of the square at the door.</summary>
    public string DoorCode { get; private set; } = "";

    /// <summary>How many said « je suis là » there.</summary>
    public int Tapped { get; private set; }
    public List<Marginal> Marginals { get; private set; } = [];
    public int? Came { get; private set; }
    public Guid? FactId { get; private set; }
    public Instant? CancelledAt { get; private set; }
    public int Version { get; private set; } = 1;

    public int Missing => Math.Max(0, HostsNeeded - Hosts.Count);

    public Outcome Join(string name, string code, Instant now)
    {
        if (CancelledAt is not null || EndsAt <= now) return new Refusal("shared.shift.over");
        if (Blank.Is(name)) return new Refusal("shared.shift.no-name", "Name");
        if (name.Trim().Length > Booking.NameLength) return new Refusal("occasions.field.long", "Name", $"{Booking.NameLength}", $"{name.Trim().Length}");
        if (Hosts.Count >= MostHosts) return new Refusal("shared.shift.full");
        Hosts = [.. Hosts, new(name.Trim(), code)];
        Version++;
        return Outcome.Done;
    }

    public Outcome Leave(string code)
    {
        if (Hosts.All(h => h.Code != code)) return Refusal.Gone;
        Hosts = [.. Hosts.Where(h => h.Code != code)];
        Version++;
        return Outcome.Done;
    }

    /// <summary>« Je suis là » : one more, with what they were willing to say.</summary>
    public Outcome Tap(IReadOnlyCollection<string> said, string age, Instant now)
    {
        if (CancelledAt is not null || FactId is not null || now < StartsAt - Duration.FromHours(1) || now > EndsAt + Duration.FromHours(2)) return new Refusal("shared.door.closed");
        if (Tapped >= MostPeople) return new Refusal("shared.door.closed");
        Tapped++;
        foreach (var (dimension, value) in said.Where(Said.Contains).Select(s => (s, "yes")).Concat(age.Length > 0 ? [("age", age)] : []))
        {
            var before = Marginals.FirstOrDefault(m => m.Dimension == dimension && m.Value == value)?.Count ?? 0;
            Marginals = [.. Marginals.Where(m => (m.Dimension, m.Value) != (dimension, value)), new(dimension, value, before + 1)];
        }

        Version++;
        return Outcome.Done;
    }

    public Outcome Count(int? came, IReadOnlyList<Marginal> marginals, Guid factId, Instant now)
    {
        var refusals = new List<Refusal>();
        if (CancelledAt is not null) return new Refusal("shared.shift.over");
        if (StartsAt > now) refusals.Add(new("moments.held.future", "Came"));
        if (came is not (>= 0 and <= MostPeople)) refusals.Add(new("moments.held.count", "Came"));
        else if (marginals.Any(m => m.Count < 0) || marginals.GroupBy(m => m.Dimension).Any(g => g.Sum(m => (long)m.Count) > came)) refusals.Add(new("moments.held.marginals", "Came"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Came, Marginals, FactId) = (came, [.. marginals.Where(m => m.Count > 0)], factId);
        Version++;
        return Outcome.Done;
    }

    public Outcome Cancel(Instant at)
    {
        if (FactId is not null) return new Refusal("shared.shift.over");
        CancelledAt ??= at;
        Version++;
        return Outcome.Done;
    }

    public void Forget() => Hosts = [.. Hosts.Select(h => h with { Name = "", Code = "" })];
}
