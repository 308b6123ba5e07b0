using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Something for a calendar. Texts are plain text, of any length.</summary>
/// <param name="Uid">The same for the same thing for ever: other calendars replace by it.</param>
/// <param name="When">Its times.</param>
/// <param name="Length">How long it lasts; zero when nobody said.</param>
/// <param name="Summary">Its title.</param>
public sealed record CalendarEvent(string Uid, Recurrence When, Duration Length, string Summary)
{
    public string? Description { get; init; }
    public string? Location { get; init; }
    public Uri? Link { get; init; }
    /// <summary>Degrees, WGS 84.</summary>
    public (double Latitude, double Longitude)? Point { get; init; }
    public bool Cancelled { get; init; }
    /// <summary>Nobody said at what time: whole days.</summary>
    public bool AllDay { get; init; }
    /// <summary>The last day of something that happens once and lasts several.</summary>
    public LocalDate? LastDay { get; init; }
    /// <summary>Grows at each change, so that a newer version replaces an older one.</summary>
    public int Sequence { get; init; }
}
