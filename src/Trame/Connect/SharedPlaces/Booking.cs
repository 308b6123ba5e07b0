using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Connect.SharedPlaces;

/// <summary>Somebody has a space for some hours, under a name they like, by a code. Holds: two that stand never meet (the database refuses it); cancelled, missed and held are three things.</summary>
public sealed class Booking
{
    public const int NameLength = 60;
    public const int ReachLength = 120;
    public const int MostWeeks = 26;

    private Booking() { }

    public Booking(Guid spaceId, Guid? seriesId, Instant startsAt, Instant endsAt, BookingState state, bool deposit, string name, string reach, string code, Channel channel, Instant at) =>
        (SpaceId, SeriesId, StartsAt, EndsAt, State, Deposit, Name, Reach, Code, Channel, AskedAt) = (spaceId, seriesId, startsAt, endsAt, state, deposit ? DepositState.Asked : DepositState.None, name, reach, code, channel, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SpaceId { get; private set; }

    /// <summary>What comes back each week shares it.</summary>
    public Guid? SeriesId { get; private set; }
    public Instant StartsAt { get; private set; }
    public Instant EndsAt { get; private set; }
    public BookingState State { get; private set; }
    public DepositState Deposit { get; private set; }
    public string Name { get; private set; } = "";
    public string Reach { get; private set; } = "";
    public string Code { get; private set; } = "";
    public Channel Channel { get; private set; }
    public Instant AskedAt { get; private set; }

    /// <summary>How many came, once it is over.</summary>
    public int? Came { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Cancel()
    {
        if (State == BookingState.Cancelled) return Outcome.Done; // said twice: it is so already
        if (State is not (BookingState.Booked or BookingState.Waiting)) return new Refusal("shared.booking.over");
        (State, Deposit) = (BookingState.Cancelled, Deposit == DepositState.Received ? DepositState.Returned : Deposit);
        Version++;
        return Outcome.Done;
    }

    /// <summary>The hours it waited for are free.</summary>
    public void Take()
    {
        State = BookingState.Booked;
        Version++;
    }

    /// <param name="came">How many came; null: nobody did, and nobody said so.</param>
    public Outcome Conclude(int? came, Instant now)
    {
        if (State != BookingState.Booked) return new Refusal("shared.booking.over");
        if (StartsAt > now) return new Refusal("shared.booking.not-yet");
        if (came is < 0 or > 2000) return new Refusal("moments.held.count", "Came");
        (State, Came) = (came is null ? BookingState.Missed : BookingState.Held, came);
        Version++;
        return Outcome.Done;
    }

    public Outcome Handle(DepositState deposit)
    {
        if (Deposit == DepositState.None || deposit is DepositState.None or DepositState.Asked) return new Refusal("shared.deposit.none");
        Deposit = deposit;
        Version++;
        return Outcome.Done;
    }

    public void Forget() => (Name, Reach, Code) = ("", "", "");
}
