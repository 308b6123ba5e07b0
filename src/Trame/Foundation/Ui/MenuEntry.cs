namespace Trame.Foundation.Ui;

/// <summary>One step of the loop in the menu, declared by the room that answers it.</summary>
public sealed record MenuEntry(int Order, string Key, string Path, params string[] Covers)
{
    /// <summary>Shown to those who may do this somewhere; to all when null.</summary>
    public Web.Act? Only { get; init; }

    public bool Holds(PathString path) => path == Path || Covers.Any(c => path.StartsWithSegments(c));
}
