namespace Trame.Deliberate.Panels;

/// <summary>What the panel asks for, how it voted, and what the minority says, in its words.</summary>
public sealed record PanelRecommendation(Guid Id, string Text, int For, int Against, int Abstain, IReadOnlyList<string> Minority)
{
    public const int Most = 100;
    public const int TextLength = 800;
    public const int MostMinority = 10;
}
