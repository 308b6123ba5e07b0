using Trame.Registers.Occasions;

namespace Trame.Registers.Campaigns;

/// <summary>One sheet as it is read: whom to ask, and the records, as they are now.</summary>
public sealed record CampaignSheet(CampaignAsk Ask, string Who, string Email, string Phone, IReadOnlyList<CampaignSheet.Line> Lines)
{
    public sealed record Line(CampaignQuestion Question, Occasion Occasion, string Commune);

    public string Reach(MessageWay way) => way == MessageWay.Mail ? Email : Phone;

    public bool IsAnswered => Lines.All(l => l.Question.Answer is not null);

    public string Link(string home, string secret) => $"{home}/toujours-vrai/{Ask.Code}/{Ask.Sign(secret)}";
}
