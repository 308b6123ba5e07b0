namespace Trame.Cooperate.Agreements;

/// <summary>A commitment as it was typed; empty lines are no commitments.</summary>
public sealed class TypedClause
{
    public Guid? Id { get; set; }

    public string Side { get; set; } = "first";

    public string Kind { get; set; } = "";

    public string What { get; set; } = "";

    public string Quantity { get; set; } = "";

    public string DueOn { get; set; } = "";

    public string Proof { get; set; } = "";

    public bool IsEmpty => (What + Quantity + DueOn + Proof).Trim().Length == 0;
}
