using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Cooperate.Partners;

/// <summary>An address that is told of facts as they are written. Holds: what is sent is signed; a message that is not received is sent again, later and later, then given up and shown.</summary>
public sealed class Webhook
{
    public const int UrlLength = 500;

    private Webhook() { }

    private Webhook(string partner, string url, string kinds, string secret, Instant at)
    {
        Partner = partner;
        Url = url;
        Kinds = kinds;
        Secret = secret;
        CreatedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Partner { get; private set; } = "";
    public string Url { get; private set; } = "";

    /// <summary>The families of facts it is told of, with spaces between: « occasion moment ».</summary>
    public string Kinds { get; private set; } = "";

    /// <summary>What signs its messages, sealed with the keys of this machine.</summary>
    public string Secret { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    public static Outcome<Webhook> Make(string partner, string url, IReadOnlyCollection<string> kinds, string secret, Instant at)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(partner)) refusals.Add(new Refusal("partners.name.missing", "WebhookPartner"));
        if (partner.Trim().Length > PartnerToken.NameLength) refusals.Add(new Refusal("partners.name.long", "WebhookPartner", $"{PartnerToken.NameLength}"));
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var read) || read.Scheme != Uri.UriSchemeHttps || url.Length > UrlLength || read.UserInfo.Length > 0) refusals.Add(new Refusal("partners.webhook.url", "WebhookUrl"));
        if (kinds.Count == 0 || kinds.Any(k => !WebhookFacts.Families.Contains(k))) refusals.Add(new Refusal("partners.webhook.kinds", "WebhookKinds"));
        return refusals.Count > 0 ? Outcome.Of(refusals) : new Webhook(partner.Trim(), url.Trim(), string.Join(' ', kinds.Distinct()), secret, at);
    }

    public bool Wants(string fact) => Kinds.Split(' ').Contains(fact.Split('.')[0]);

    public Outcome End(Instant at)
    {
        if (EndedAt is not null) return new Refusal("partners.webhook.already");
        EndedAt = at;
        return Outcome.Done;
    }
}
