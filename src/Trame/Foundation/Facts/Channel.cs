namespace Trame.Foundation.Facts;

/// <summary>How something reached Trame. All count the same (R3).</summary>
public enum Channel
{
    Online,
    Counter,
    Phone,
    Paper,
    Import,
}
