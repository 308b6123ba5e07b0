using NodaTime;

namespace Trame.Cooperate.Agreements;

/// <summary>A text offered to sign, as it will always be: the database refuses to change it. It binds once both sides signed it.</summary>
public sealed class ContractVersion
{
    private ContractVersion() { }

    public ContractVersion(Contract contract, int number, string text, Instant at) =>
        (ContractId, Number, Content, Text, Hash, OfferedAt) = (contract.Id, number, contract.Draft, text, CanonicalText.Fingerprint(text), at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ContractId { get; private set; }

    /// <summary>1, then one more for each amendment.</summary>
    public int Number { get; private set; }
    public ContractText Content { get; private set; } = ContractText.Empty;

    /// <summary>See <see cref="CanonicalText"/>.</summary>
    public string Text { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public Instant OfferedAt { get; private set; }
}
