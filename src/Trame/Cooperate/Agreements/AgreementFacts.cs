using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Cooperate.Agreements;

/// <summary>Two organisations signed, amended, looked at together or ended an agreement.</summary>
public static class AgreementFacts
{
    public static readonly FactKind Signed = new("agreement.signed");
    public static readonly FactKind Amended = new("agreement.amended");
    public static readonly FactKind Reviewed = new("agreement.reviewed");
    public static readonly FactKind Ended = new("agreement.ended");

    public static readonly IReadOnlyList<FactKind> All = [Signed, Amended, Reviewed, Ended];

    public static Fact Of(FactKind kind, Contract contract, Channel channel, Instant at) => new(kind, contract.TerritoryId, channel, at)
    {
        SubjectType = "agreement", SubjectId = contract.Id, Organisations = [contract.FirstId, contract.SecondId],
    };
}
