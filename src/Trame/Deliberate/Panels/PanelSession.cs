namespace Trame.Deliberate.Panels;

/// <summary>A day of work of the panel: what for, who is heard, where to read it. The day as ISO text.</summary>
public sealed record PanelSession(Guid Id, string Day, SessionKind Kind, string Title, string Heard)
{
    public const int Most = 60;
    public const int TextLength = 200;
}
