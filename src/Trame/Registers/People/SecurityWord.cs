namespace Trame.Registers.People;

/// <summary>What the security journal tells. Words on screen: <c>people.journal.{kind}</c>.</summary>
public static class SecurityWord
{
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignInBlocked = "sign-in-blocked";
    public const string SessionsEnded = "sessions-ended";
    public const string OtherSessionsEnded = "other-sessions-ended";
    public const string PasswordChanged = "password-changed";
    public const string WayAdded = "way-added";
    public const string WayRevoked = "way-revoked";
    public const string PersonCreated = "person-created";
    public const string InvitationMade = "invitation-made";
    public const string InvitationUsed = "invitation-used";
    public const string RoleGiven = "role-given";
    public const string RoleEnded = "role-ended";
    public const string PageRefused = "page-refused";
    public const string DataExported = "data-exported";
    public const string PersonErased = "person-erased";
    public const string SettingsChanged = "settings-changed";
    public const string TokenMade = "token-made";
    public const string TokenRevoked = "token-revoked";
    public const string WebhookMade = "webhook-made";
    public const string WebhookEnded = "webhook-ended";

    public static IReadOnlyList<string> All { get; } =
        [SignedIn, SignInRefused, SignInBlocked, SessionsEnded, OtherSessionsEnded, PasswordChanged, WayAdded, WayRevoked, PersonCreated, InvitationMade, InvitationUsed, RoleGiven, RoleEnded, PageRefused, DataExported, PersonErased, SettingsChanged, TokenMade, TokenRevoked, WebhookMade, WebhookEnded];
}
