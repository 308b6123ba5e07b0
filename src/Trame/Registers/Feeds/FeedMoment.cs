using NodaTime;

namespace Trame.Registers.Feeds;

/// <summary>Which moment of the register an event of a calendar is, and since when the calendar no longer names it. The moment itself is never deleted for it.</summary>
public sealed class FeedMoment
{
    private FeedMoment() { }

    public FeedMoment(Guid feedId, string uid, Guid momentId, Instant at) => (FeedId, Uid, MomentId, SeenAt) = (feedId, uid, momentId, at);

    public Guid FeedId { get; private set; }
    public string Uid { get; private set; } = "";
    public Guid MomentId { get; private set; }
    public Instant SeenAt { get; private set; }
    public Instant? VanishedAt { get; private set; }

    public void Vanish(Instant at) => VanishedAt ??= at;

    public void ComeBack(Instant at) => (SeenAt, VanishedAt) = (at, null);
}
