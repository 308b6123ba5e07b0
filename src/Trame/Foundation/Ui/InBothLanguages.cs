namespace Trame.Foundation.Ui;

/// <summary>A sentence of a shipped data file, in French and in English: it travels with its data, not with the words of the interface.</summary>
public sealed record InBothLanguages(string Fr, string En)
{
    public override string ToString() => Texts.Language == "en" ? En : Fr;
}
