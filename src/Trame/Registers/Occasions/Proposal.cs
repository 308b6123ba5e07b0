using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Registers.Occasions;

/// <summary>What anyone says is missing or wrong, with or without an account. Someone reviews it and says why; the code lets the author read the answer.</summary>
public sealed class Proposal
{
    private Proposal() { }

    public Proposal(OccasionKind kind, Guid? occasionId, Dictionary<string, string> values, string source, Channel channel, string code, Instant at)
    {
        Kind = kind;
        OccasionId = occasionId;
        Values = values;
        Source = source;
        Channel = channel;
        Code = code;
        CreatedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public OccasionKind Kind { get; private set; }

    /// <summary>The occasion corrected; null when a new one is proposed. Set when a new one is accepted.</summary>
    public Guid? OccasionId { get; private set; }
    public Dictionary<string, string> Values { get; private set; } = [];

    /// <summary>How the author knows, in their words; also what stands behind the fields when accepted.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How to answer the author, if they wished; erased when answered and old.</summary>
    public string Contact { get; private set; } = "";
    public Channel Channel { get; private set; }
    public string Code { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public ProposalStatus Status { get; private set; }
    public string Answer { get; private set; } = "";
    public Instant? AnsweredAt { get; private set; }
    public string AnsweredBy { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public void ReachAt(string contact) => Contact = contact;

    public Outcome Accept(Guid occasionId, string answer, string by, Instant at) => Close(ProposalStatus.Accepted, occasionId, answer, by, at);

    public Outcome Refuse(string answer, string by, Instant at) => string.IsNullOrWhiteSpace(answer)
        ? new Refusal("occasions.review.no-reason", "Answer")
        : Close(ProposalStatus.Refused, OccasionId, answer, by, at);

    public Outcome Withdraw(Instant at) => Close(ProposalStatus.Withdrawn, OccasionId, "", "", at);

    public void ForgetContact() => Contact = "";

    private Outcome Close(ProposalStatus status, Guid? occasionId, string answer, string by, Instant at)
    {
        if (Status != ProposalStatus.Waiting) return new Refusal("occasions.review.already");
        (Status, OccasionId, Answer, AnsweredBy, AnsweredAt) = (status, occasionId, answer, by, at);
        Version++; // two reviewers at once: the second is told
        return Outcome.Done;
    }
}
