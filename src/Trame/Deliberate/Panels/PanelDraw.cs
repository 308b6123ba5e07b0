namespace Trame.Deliberate.Panels;

/// <summary>The numbered panels as they were published before the draw, byte for byte; tickets, no names. Never changed.</summary>
public sealed class PanelDraw
{
    private PanelDraw() { }

    public PanelDraw(Guid conventionId, string text) => (ConventionId, Text) = (conventionId, text);

    public Guid ConventionId { get; private set; }
    public string Text { get; private set; } = "";
}
