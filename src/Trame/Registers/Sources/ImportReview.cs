using NodaTime;

namespace Trame.Registers.Sources;

/// <summary>A review that takes its time, outside the request: asked for, under way, or stopped by what it met. It lives here and not in memory: after a restart it is begun again.</summary>
public sealed class ImportReview
{
    private ImportReview() { }

    public ImportReview(Guid importId, Instant at) => (ImportId, AskedAt) = (importId, at);

    public Guid ImportId { get; private set; }
    public Instant AskedAt { get; private set; }

    /// <summary>When the reading that is under way began; null while it waits.</summary>
    public Instant? BegunAt { get; private set; }
    public Instant? ToldAt { get; private set; }

    /// <summary>From 0 to 1.</summary>
    public double Part { get; private set; }
    public int Rows { get; private set; }

    /// <summary>Somebody does not want it any more: it stops at its next breath.</summary>
    public Instant? CancelledAt { get; private set; }

    /// <summary>A key of our texts: why it could not be done; empty while it can.</summary>
    public string Trouble { get; private set; } = "";

    public void Begin(Instant at) => (BegunAt, ToldAt, Part, Rows, Trouble) = (at, at, 0, 0, "");

    public void Tell(double part, int rows, Instant at) => (Part, Rows, ToldAt) = (Math.Clamp(part, Part, 1), rows, at);

    public void Cancel(Instant at) => CancelledAt ??= at;

    public void Fail(string key) => Trouble = key;

    /// <summary>What is left at the pace so far; null while it is too early to say.</summary>
    public Duration? Left => BegunAt is { } begun && ToldAt is { } told && Part >= 0.05 && told > begun ? (told - begun) * ((1 - Part) / Part) : null;
}
