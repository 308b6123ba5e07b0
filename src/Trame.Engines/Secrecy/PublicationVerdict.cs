namespace Trame.Engines.Secrecy;

/// <summary>Whether figures may be published beside those that already are.</summary>
/// <param name="Contradiction">Whether no population agrees with all the figures: one of them is wrong, nothing can be deduced or published.</param>
/// <param name="Deductions">What the new figures would give away; empty when nothing.</param>
public sealed record PublicationVerdict(bool Contradiction, IReadOnlyList<Deduction> Deductions)
{
    /// <summary>Whether they may be published.</summary>
    public bool Allowed => !Contradiction && Deductions.Count == 0;
}
