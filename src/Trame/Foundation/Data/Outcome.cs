namespace Trame.Foundation.Data;

/// <summary>What an act answers: done, or every reason why not, all at once.</summary>
public sealed class Outcome
{
    public static readonly Outcome Done = new([]);

    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Accepted => Refusals.Count == 0;

    public static implicit operator Outcome(Refusal refusal) => new([refusal]);

    public static Outcome Of(IEnumerable<Refusal> refusals) => refusals.ToList() is { Count: > 0 } all ? new(all) : Done;

    /// <summary>For who alone writes (an import, the machine): a refusal there is a bug.</summary>
    public void ThrowIfRefused()
    {
        if (!Accepted) throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.TextKey))}.");
    }

    public Outcome And(Outcome other) => Of(Refusals.Concat(other.Refusals));
}
