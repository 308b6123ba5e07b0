using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;

namespace Trame.Connect.Opportunities;

/// <summary>
/// A need or an offer that an opportunity would bring together, and what was answered. Holds: nobody is enrolled by the machine (R1): without a yes of their own there is no part in anything;
/// an answer comes after a question.
/// </summary>
public sealed class OpportunityPart
{
    private OpportunityPart() { }

    public OpportunityPart(Guid opportunityId, Guid? needId, Guid? resourceId, bool gives, double minutes) => (OpportunityId, NeedId, ResourceId, Gives, Minutes) = (opportunityId, needId, resourceId, gives, minutes);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OpportunityId { get; private set; }
    public Guid? NeedId { get; private set; }
    public Guid? ResourceId { get; private set; }

    /// <summary>They would give; otherwise they would receive. Many do both.</summary>
    public bool Gives { get; private set; }

    /// <summary>Minutes of way, one way.</summary>
    public double Minutes { get; private set; }
    public ContactWay? AskedBy { get; private set; }
    public Instant? AskedAt { get; private set; }
    public PartAnswer Answer { get; private set; }
    public Instant? AnsweredAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Of what it is a part: the need or the offer.</summary>
    public Guid EntryId => NeedId ?? ResourceId ?? Guid.Empty;

    public Outcome Ask(ContactWay way, Instant at)
    {
        if (Answer is PartAnswer.Yes or PartAnswer.No) return new Refusal("opportunities.part.answered");
        (AskedBy, AskedAt) = (way, at);
        Version++;
        return Outcome.Done;
    }

    /// <summary>A yes may become a no whenever they wish, and the other way round.</summary>
    public Outcome Say(PartAnswer answer, Instant at)
    {
        if (AskedAt is null) return new Refusal("opportunities.part.not-asked");
        (Answer, AnsweredAt) = (answer, at);
        Version++;
        return Outcome.Done;
    }
}
