namespace Trame.Foundation.Data;

/// <summary>Why something was not done: a text key that a person can read, the question it concerns, and what fills the sentence.</summary>
public sealed record Refusal(string TextKey, string? Field = null, params string[] Args)
{
    public static readonly Refusal NotAllowed = new("data.not-allowed");
    public static readonly Refusal Gone = new("data.gone");
    public static readonly Refusal Conflict = new("data.conflict");
}
