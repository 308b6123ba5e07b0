namespace Trame.Deliberate.Panels;

/// <summary>A value of a category and how many members of the panel must have it: « âge », « 16-24 ans », 3 to 5.</summary>
public sealed record PanelValue(string Category, string Value, int Min, int Max)
{
    public const int Most = 60;
    public const int WordLength = 60;
}
