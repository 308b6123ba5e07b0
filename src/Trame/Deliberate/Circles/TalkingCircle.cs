using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Circles;

/// <summary>
/// People in a circle; an object goes round, and who holds it speaks, or keeps silent, or passes. Holds: one holder, in order, without interruption; it closes after a whole
/// round in which nobody spoke; what is kept is rounds, their length, and what all agreed to write down. It has no history: who held the object when is not kept.
/// </summary>
public sealed class TalkingCircle
{
    public const int Least = 4;
    public const int Most = 20;
    public const int OutputLength = 300;
    private const int MostOutputs = 20;

    private TalkingCircle() { }

    public TalkingCircle(Guid debateId, int number, int seats, Instant at) => (DebateId, Number, Seats, OpenedAt, RoundStartedAt) = (debateId, number, seats, at, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public int Seats { get; private set; }

    /// <summary>Places from the guardian, who is 1.</summary>
    public int Holder { get; private set; } = 1;
    public int Spoke { get; private set; }
    public List<CircleRound> Rounds { get; private set; } = [];
    public List<string> Outputs { get; private set; } = [];
    public Instant OpenedAt { get; private set; }
    public Instant RoundStartedAt { get; private set; }
    public Instant? ClosedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>A whole round has just gone by in silence: it may close.</summary>
    public bool MayClose => ClosedAt is null && Holder == 1 && Rounds.Count > 0 && Rounds[^1].IsSilent;

    /// <summary>The holder hands the object on, having spoken or not.</summary>
    public Outcome Pass(bool spoke, Instant at)
    {
        if (ClosedAt is not null) return new Refusal("circle.closed");
        Version++;
        if (spoke) Spoke++;
        if (Holder < Seats)
        {
            Holder++;
            return Outcome.Done;
        }

        Rounds = [.. Rounds, new(Rounds.Count + 1, Spoke, Seats - Spoke, (int)Math.Max(0, (at - RoundStartedAt).TotalSeconds))];
        (Holder, Spoke, RoundStartedAt) = (1, 0, at);
        return Outcome.Done;
    }

    /// <summary>Something that everyone in the circle agrees to write down.</summary>
    public Outcome Agree(string output)
    {
        if (Blank.Is(output) || output.Trim().Length > OutputLength) return new Refusal("circle.output.length", "Output", $"{OutputLength}");
        if (Outputs.Count >= MostOutputs) return new Refusal("circle.output.many", "Output", $"{MostOutputs}");
        Outputs = [.. Outputs, output.Trim()];
        Version++;
        return Outcome.Done;
    }

    public Outcome Close(Instant at)
    {
        if (ClosedAt is not null) return new Refusal("circle.closed");
        if (!MayClose) return new Refusal("circle.not-silent");
        (ClosedAt, Holder) = (at, 0);
        Version++;
        return Outcome.Done;
    }
}
