namespace Trame.Registers.Feeds;

/// <summary>What may be done with others' calendars, and by whom.</summary>
public static class FeedActs
{
    public static readonly Foundation.Web.Act Manage = new("feed.manage", "coordinator");
}
