using System.Diagnostics.CodeAnalysis;

namespace Trame.Foundation.Data;

/// <summary>An outcome that brings something back when it is accepted.</summary>
public sealed class Outcome<T> where T : notnull
{
    private Outcome(T? value, Outcome outcome) => (Value, Plain) = (value, outcome);

    public T? Value { get; }

    public Outcome Plain { get; }

    public IReadOnlyList<Refusal> Refusals => Plain.Refusals;

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Accepted => Plain.Accepted;

    public static implicit operator Outcome<T>(T value) => new(value, Outcome.Done);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(Outcome refused) => refused.Accepted
        ? throw new InvalidOperationException("An accepted outcome of this kind needs its value.")
        : new(default, refused);
}
