namespace Trame.Foundation.Ui;

public sealed record MenuItem(string Key, string Href, string Label, bool Current);
