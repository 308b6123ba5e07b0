using NodaTime;

namespace Trame.Foundation.Facts;

/// <summary>Read model: what happened at one place or to one subject: how often, with how many people, when last.</summary>
public sealed class SubjectTally
{
    public Guid SubjectId { get; private set; }
    public string Kind { get; private set; } = "";
    public long Facts { get; private set; }
    public long People { get; private set; }
    public Instant LastAt { get; private set; }
}
