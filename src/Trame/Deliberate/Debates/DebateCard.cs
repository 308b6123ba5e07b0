using NodaTime;

namespace Trame.Deliberate.Debates;

/// <summary>A numbered card: its code opens one place in the debate. Nobody's name is on it; who received it is known to nobody here.</summary>
public sealed class DebateCard
{
    private DebateCard() { }

    public DebateCard(Guid debateId, int number, string codeHash, Instant at) => (DebateId, Number, CodeHash, MadeAt) = (debateId, number, codeHash, at);

    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public string CodeHash { get; private set; } = "";
    public Instant MadeAt { get; private set; }
}
