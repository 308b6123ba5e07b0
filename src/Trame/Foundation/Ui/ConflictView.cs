namespace Trame.Foundation.Ui;

/// <summary>Someone saved while you were writing: both versions, question by question, so that nothing is lost.</summary>
public sealed record ConflictView(IReadOnlyList<ConflictView.Line> Lines)
{
    public sealed record Line(string Label, string Mine, string Theirs)
    {
        public bool Differs => Mine != Theirs;
    }
}
