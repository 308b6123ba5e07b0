using NodaTime;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>A long import that is read, taken in or taken back outside the request: asked for, under way, or stopped by what it met. It lives here and not in memory: after a restart it is begun again.</summary>
public sealed class ImportWork
{
    private ImportWork() { }

    /// <param name="version">Of the import, as who asks saw it.</param>
    public ImportWork(Guid importId, ImportStep step, int version, Actor by, Instant at) => (ImportId, Step, Version, PersonId, ByName, AskedAt) = (importId, step, version, by.PersonId, by.Name, at);

    public Guid ImportId { get; private set; }
    public ImportStep Step { get; private set; }

    /// <summary>Of the import when it was asked for: what somebody changed since refuses it.</summary>
    public int Version { get; private set; }

    /// <summary>Who asked: the history says so of what is taken in.</summary>
    public Guid? PersonId { get; private set; }
    public string ByName { get; private set; } = "";
    public Instant AskedAt { get; private set; }

    /// <summary>When what is under way began; null while it waits.</summary>
    public Instant? BegunAt { get; private set; }
    public Instant? ToldAt { get; private set; }

    /// <summary>From 0 to 1.</summary>
    public double Part { get; private set; }
    public int Rows { get; private set; }

    /// <summary>Somebody does not want it any more: it stops at its next breath.</summary>
    public Instant? CancelledAt { get; private set; }

    /// <summary>A key of our texts: why it could not be done; empty while it can.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Their rights were looked at when they asked.</summary>
    internal Actor By => new(PersonId, ByName, Actor.Machine.Roles, PersonId is null ? Channel.Import : Channel.Online);

    public void Begin(Instant at) => (BegunAt, ToldAt, Part, Rows, Trouble) = (at, at, 0, 0, "");

    public void Tell(double part, int rows, Instant at) => (Part, Rows, ToldAt) = (Math.Clamp(part, Part, 1), rows, at);

    public void Cancel(Instant at) => CancelledAt ??= at;

    public void Fail(string key) => (Trouble, PersonId, ByName) = (key, null, ""); // what stays as long as nobody looks names nobody

    /// <summary>What is left at the pace so far; null while it is too early to say.</summary>
    public Duration? Left => BegunAt is { } begun && ToldAt is { } told && Part >= 0.05 && told > begun ? (told - begun) * ((1 - Part) / Part) : null;
}
