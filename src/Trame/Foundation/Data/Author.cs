namespace Trame.Foundation.Data;

/// <summary>Who a change is by, as the history shows it: a person of the space, or what spoke in their place.</summary>
public sealed record Author(Guid? PersonId, string Name, string Reason = "")
{
    /// <summary>How the change reached Trame: online, counter, phone, paper, import.</summary>
    public string Channel { get; init; } = "";

    public static readonly Author Trame = new(null, "Trame");
}
