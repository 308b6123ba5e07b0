namespace Trame.Deliberate.Opinions;

/// <summary>One answer. Append-only: who changes their mind adds another, and the last one counts.</summary>
public sealed class OpinionVote
{
    private OpinionVote() { }

    public OpinionVote(Guid debateId, int voter, int statement, int value) => (DebateId, Voter, Statement, Value) = (debateId, voter, statement, value);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DebateId { get; private set; }
    public int Voter { get; private set; }
    public int Statement { get; private set; }

    /// <summary>1 agree, -1 disagree, 0 pass.</summary>
    public int Value { get; private set; }
}
