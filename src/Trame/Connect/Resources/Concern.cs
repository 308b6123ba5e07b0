using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.Resources;

/// <summary>
/// « Quelque chose ne va pas » : an offer that sells, harasses, or seeks those who cannot refuse; a proposal that troubles. Holds: what it is about is frozen at once, a human looks, and the
/// answer has its reasons; who told is never shown to who offered.
/// </summary>
public sealed class Concern
{
    public const int WordsLength = 600;
    public const int ReachLength = 120;

    private Concern() { }

    private Concern(Guid? resourceId, Guid? opportunityId, string words, string reach, Instant at) => (ResourceId, OpportunityId, Words, Reach, ToldAt) = (resourceId, opportunityId, words, reach, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ResourceId { get; private set; }
    public Guid? OpportunityId { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>How to answer who told, if they wished.</summary>
    public string Reach { get; private set; } = "";
    public Instant ToldAt { get; private set; }
    public bool? WasRight { get; private set; }
    public string Answer { get; private set; } = "";
    public Instant? AnsweredAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<Concern> Of(Guid? resourceId, Guid? opportunityId, string words, string reach, Instant at)
    {
        if (Blank.Is(words)) return new Refusal("resources.concern.no-words", "Words");
        if (words.Trim().Length > WordsLength) return new Refusal("occasions.field.long", "Words", $"{WordsLength}", $"{words.Trim().Length}");
        if (reach.Trim().Length > ReachLength) return new Refusal("occasions.field.long", "Reach", $"{ReachLength}", $"{reach.Trim().Length}");
        return new Concern(resourceId, opportunityId, words.Trim(), reach.Trim(), at);
    }

    /// <summary>A human has looked: what it is about stays off, or stands again; either way with the reason.</summary>
    public Outcome Judge(bool wasRight, string answer, Instant at)
    {
        if (AnsweredAt is not null) return Refusal.Conflict;
        if (Blank.Is(answer)) return new Refusal("resources.concern.no-answer", "Answer");
        if (answer.Trim().Length > WordsLength) return new Refusal("occasions.field.long", "Answer", $"{WordsLength}", $"{answer.Trim().Length}");
        (WasRight, Answer, AnsweredAt) = (wasRight, answer.Trim(), at);
        Version++;
        return Outcome.Done;
    }
}
