namespace Trame.Cooperate.Agreements;

/// <summary>Where a contract stands, derived from its texts and keys.</summary>
public enum ContractStage
{
    Draft,

    /// <summary>A first text waits for one key or two.</summary>
    Offered,
    Signed,

    /// <summary>In force, while another text waits for the two keys.</summary>
    Amending,
    Ended,
}
