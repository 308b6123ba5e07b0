namespace Trame.Cooperate.Partners;

/// <summary>What partners may be told of: facts about public records.</summary>
internal static class WebhookFacts
{
    public static readonly IReadOnlyList<string> Families = ["occasion", "moment", "project"];
}
