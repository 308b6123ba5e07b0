using NodaTime;

namespace Trame.Foundation.Privacy;

/// <summary>
/// What is kept about people, and for how long: this table is what the page « confidentialité » prints and what the nightly purge obeys.
/// The French authority (CNIL) recommends six to twelve months for security journals and names three years for accounts nobody uses.
/// </summary>
public static class Retention
{
    public static readonly RetentionRule Account = new("account", Period.FromYears(3));
    public static readonly RetentionRule Session = new("session", Period.FromDays(7));
    public static readonly RetentionRule SignInAttempt = new("sign-in-attempt", Period.FromDays(1));
    public static readonly RetentionRule WayIn = new("way-in", Period.FromDays(30));
    public static readonly RetentionRule Invitation = new("invitation", Period.FromDays(30));
    public static readonly RetentionRule RoleGrant = new("role", Period.FromMonths(12));
    public static readonly RetentionRule SecurityJournal = new("security-journal", Period.FromMonths(12));
    public static readonly RetentionRule ProposalContact = new("proposal-contact", Period.FromMonths(6));
    public static readonly RetentionRule Pledge = new("pledge", Period.FromMonths(12));
    public static readonly RetentionRule RoomSeat = new("room-seat", Period.FromMonths(1));
    public static readonly RetentionRule DebatePlace = new("debate-place", Period.FromMonths(4));
    public static readonly RetentionRule PanelPerson = new("panel-person", Period.FromMonths(18));
    public static readonly RetentionRule VotingCode = new("voting-code", null);
    public static readonly RetentionRule Need = new("need", Period.FromMonths(3));
    public static readonly RetentionRule Offer = new("offer", Period.FromMonths(3));
    public static readonly RetentionRule Concern = new("concern", Period.FromMonths(12));
    public static readonly RetentionRule TimeAccount = new("time-account", Period.FromMonths(3));
    public static readonly RetentionRule PlaceName = new("place-name", Period.FromMonths(12));
    public static readonly RetentionRule SignUp = new("sign-up", Period.FromMonths(1));
    public static readonly RetentionRule ShiftHand = new("shift-hand", Period.FromMonths(1));
    public static readonly RetentionRule RemovedPhoto = new("removed-photo", Period.FromDays(30));
    public static readonly RetentionRule ImportFile = new("import-file", Period.FromMonths(3));
    public static readonly RetentionRule WebhookMessage = new("webhook-message", Period.FromDays(30));
    public static readonly RetentionRule Campaign = new("campaign", Period.FromMonths(24));
    public static readonly RetentionRule CampaignStop = new("campaign-stop", null);
    public static readonly RetentionRule History = new("history", null);
    public static readonly RetentionRule Fact = new("fact", null);
    public static readonly RetentionRule Tombstone = new("tombstone", null);
    public static readonly RetentionRule Backup = new("backup", null);

    public static IReadOnlyList<RetentionRule> All { get; } =
        [Account, Session, SignInAttempt, WayIn, Invitation, RoleGrant, SecurityJournal, ProposalContact, Pledge, Need, Offer, Concern, TimeAccount, PlaceName, SignUp, ShiftHand, RoomSeat, DebatePlace, PanelPerson, VotingCode, RemovedPhoto, ImportFile, WebhookMessage, Campaign, CampaignStop, History, Fact, Tombstone, Backup];

    /// <summary>What is older than this has been kept long enough.</summary>
    public static Instant Limit(RetentionRule rule, Instant now) => rule.HowLong is { } period
        ? now.InUtc().LocalDateTime.Minus(period).InUtc().ToInstant()
        : throw new ArgumentException($"'{rule.Key}' is kept without a limit of time.", nameof(rule));
}
