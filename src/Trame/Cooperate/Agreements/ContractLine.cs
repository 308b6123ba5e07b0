namespace Trame.Cooperate.Agreements;

/// <summary>A contract in a list.</summary>
/// <param name="First">Name of a side; so for the second.</param>
/// <param name="IsSigned">A text of it was signed by both sides.</param>
public sealed record ContractLine(Guid Id, string Name, string Slug, string First, string Second, bool IsSigned, bool IsOffered, bool IsEnded)
{
    public ContractStage Stage => IsEnded ? ContractStage.Ended : IsSigned ? IsOffered ? ContractStage.Amending : ContractStage.Signed : IsOffered ? ContractStage.Offered : ContractStage.Draft;
}
