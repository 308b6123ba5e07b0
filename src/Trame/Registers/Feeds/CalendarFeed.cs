using System.IO.Compression;
using System.Text;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Feeds;

/// <summary>Somebody's calendar of moments: a file given once, or an address read again every night. Holds: it says whose it is and where its events stand when they do not; nothing of it enters the register before somebody has seen what would.</summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    private CalendarFeed(string url, string source, Guid territoryId, Instant at) => (Url, Source, TerritoryId, CreatedAt) = (url, source, territoryId, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Empty for a file.</summary>
    public string Url { get; private set; } = "";
    public string Source { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public FeedState State { get; private set; }

    /// <summary>What was read last, packed; kept while it waits to be accepted.</summary>
    public byte[] Packed { get; private set; } = [];
    public string Etag { get; private set; } = "";
    public string Modified { get; private set; } = "";
    public Dictionary<string, int> Counts { get; private set; } = [];
    public Instant CreatedAt { get; private set; }
    public Instant? CheckedAt { get; private set; }

    /// <summary>When its last reading changed something.</summary>
    public Instant? ChangedAt { get; private set; }

    /// <summary>Why its last reading failed: a key of our texts; empty when it did not.</summary>
    public string Trouble { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public static Outcome<CalendarFeed> Make(string url, string source, Guid territoryId, Instant at)
    {
        var said = source.Trim();
        if (Blank.Is(said) || said.Length > 150) return new Refusal("feeds.source.missing", "Source");
        if (url.Length > 0 && Address(url) is null) return new Refusal("feeds.url.wrong", "Address");
        return new CalendarFeed(url.Length == 0 ? "" : Address(url)!.AbsoluteUri, said, territoryId, at);
    }

    /// <summary>« webcal:// » is https; nothing else than the web, and nothing that carries a password.</summary>
    public static Uri? Address(string url)
    {
        var text = url.Trim();
        if (text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase)) text = $"https://{text["webcal://".Length..]}";
        return text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 ? uri : null;
    }

    public string Text() => Packed.Length == 0 ? "" : Unpack(Packed);

    /// <summary>Kept until somebody says yes.</summary>
    public void Hold(string text, IReadOnlyDictionary<string, int> counts, Instant at)
    {
        (Packed, Counts, CheckedAt, Trouble) = (Pack(text), counts.ToDictionary(), at, "");
        Version++;
    }

    public void Mark(string etag, string modified) => (Etag, Modified) = (etag.Length <= 200 ? etag : "", modified.Length <= 100 ? modified : "");

    public Outcome Accept(bool follow, IReadOnlyDictionary<string, int> counts, Instant at)
    {
        if (State != FeedState.Read) return new Refusal("feeds.accepted");
        if (follow && Url.Length == 0) return new Refusal("feeds.follow.file");
        (State, Packed, Counts, CheckedAt, ChangedAt) = (follow ? FeedState.Followed : FeedState.Taken, [], counts.ToDictionary(), at, at);
        Version++;
        return Outcome.Done;
    }

    public void Checked(IReadOnlyDictionary<string, int>? counts, bool changed, Instant at)
    {
        (CheckedAt, Trouble) = (at, "");
        if (counts is not null) Counts = counts.ToDictionary();
        if (changed) ChangedAt = at;
        Version++;
    }

    public void Failed(string key, Instant at)
    {
        (CheckedAt, Trouble) = (at, key);
        Version++;
    }

    public Outcome End()
    {
        if (State != FeedState.Followed) return new Refusal("feeds.ended");
        State = FeedState.Ended;
        Version++;
        return Outcome.Done;
    }

    public Outcome TakeBack()
    {
        if (State is FeedState.Read or FeedState.TakenBack) return new Refusal("feeds.undo.nothing");
        State = FeedState.TakenBack;
        Version++;
        return Outcome.Done;
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
