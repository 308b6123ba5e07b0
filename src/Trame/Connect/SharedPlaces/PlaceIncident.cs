using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.SharedPlaces;

/// <summary>Something went wrong in a place, told by anyone without a name; a host answers, and what was settled is known.</summary>
public sealed class PlaceIncident
{
    public const int WordsLength = 600;

    private PlaceIncident() { }

    private PlaceIncident(Guid placeId, IncidentKind kind, string words, Instant at) => (PlaceId, Kind, Words, ToldAt) = (placeId, kind, words, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public IncidentKind Kind { get; private set; }
    public string Words { get; private set; } = "";
    public Instant ToldAt { get; private set; }
    public string Answer { get; private set; } = "";
    public Instant? SettledAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<PlaceIncident> Of(Guid placeId, IncidentKind kind, string words, Instant at)
    {
        if (Blank.Is(words)) return new Refusal("shared.incident.no-words", "Words");
        if (words.Trim().Length > WordsLength) return new Refusal("occasions.field.long", "Words", $"{WordsLength}", $"{words.Trim().Length}");
        return new PlaceIncident(placeId, kind, words.Trim(), at);
    }

    public Outcome Settle(string answer, Instant at)
    {
        if (SettledAt is not null) return Refusal.Conflict;
        if (Blank.Is(answer)) return new Refusal("shared.incident.no-answer", "Answer");
        if (answer.Trim().Length > WordsLength) return new Refusal("occasions.field.long", "Answer", $"{WordsLength}", $"{answer.Trim().Length}");
        (Answer, SettledAt) = (answer.Trim(), at);
        Version++;
        return Outcome.Done;
    }
}
