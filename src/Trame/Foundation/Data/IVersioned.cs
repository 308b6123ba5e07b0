namespace Trame.Foundation.Data;

/// <summary>A record whose every change is kept as a <see cref="Revision"/> and whose stale forms are refused.</summary>
public interface IVersioned
{
    Guid Id { get; }

    int Version { get; }
}
