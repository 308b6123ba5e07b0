namespace Trame.Foundation.Ui;

public sealed record SpaceLink(string Name, string Href, bool Current);
