using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.SharedPlaces;

/// <summary>A room, a machine, a plot, a laundry: what is booked. Holds: two bookings of it never meet; quiet hours are the neighbours'.</summary>
public sealed class SharedSpace : IVersioned
{
    public const int NameLength = 80;
    public const int TermsLength = 600;

    private SharedSpace() { }

    public SharedSpace(Guid placeId) => PlaceId = placeId;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public string Name { get; private set; } = "";
    public SpaceKind Kind { get; private set; }
    public int Seats { get; private set; } = 1;

    /// <summary>Cents.</summary>
    public long Deposit { get; private set; }

    /// <summary>It is booked with the code that whoever was shown how it works received.</summary>
    public bool NeedsTraining { get; private set; }
    public LocalTime? QuietFrom { get; private set; }
    public LocalTime? QuietTo { get; private set; }
    public int MostHours { get; private set; } = 4;

    /// <summary>Keys, cleaning, what to bring: told to whoever books.</summary>
    public string Terms { get; private set; } = "";
    public bool Retired { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Say(string name, SpaceKind kind, int? seats, long? deposit, bool needsTraining, LocalTime? quietFrom, LocalTime? quietTo, int? mostHours, string terms, bool retired)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("shared.space.no-name", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (terms.Trim().Length > TermsLength) refusals.Add(new("occasions.field.long", "Terms", $"{TermsLength}", $"{terms.Trim().Length}"));
        if (seats is not (>= 1 and <= 2000)) refusals.Add(new("shared.space.seats.wrong", "Seats"));
        if (deposit is not (>= 0 and <= PlaceLife.MostPrice)) refusals.Add(new("shared.price.wrong", "Deposit"));
        if (mostHours is not (>= 1 and <= 24)) refusals.Add(new("shared.space.most.wrong", "MostHours"));
        if (quietFrom is null != quietTo is null || (quietFrom is not null && quietFrom == quietTo)) refusals.Add(new("shared.space.quiet.wrong", "QuietFrom"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Name, Kind, Seats, Deposit, NeedsTraining, QuietFrom, QuietTo, MostHours, Terms, Retired) = (name.Trim(), kind, seats!.Value, deposit!.Value, needsTraining, quietFrom, quietTo, mostHours!.Value, terms.Trim(), retired); // refused just above
        return Outcome.Done;
    }

    /// <summary>Whether these hours, of one or two days, touch the quiet ones; « 22 h – 7 h » goes over midnight.</summary>
    public bool IsQuiet(LocalDateTime from, LocalDateTime to)
    {
        if (QuietFrom is not { } start || QuietTo is not { } end) return false;
        for (var day = from.Date.PlusDays(-1); day <= to.Date; day = day.PlusDays(1))
        {
            var (quiet, over) = (day.At(start), start < end ? day.At(end) : day.PlusDays(1).At(end));
            if (from < over && to > quiet) return true;
        }

        return false;
    }
}
