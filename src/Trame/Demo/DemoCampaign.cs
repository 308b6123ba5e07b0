using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Campaigns;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Demo;

/// <summary>One campaign under way: a dozen places that nobody confirmed for long were asked about; half of them answered, by paper, telephone and link.</summary>
internal sealed class DemoCampaign(TrameDb db)
{
    private const int Asked = 12;

    private static readonly (CampaignAnswer Answer, Channel Channel)[] Answers =
        [(CampaignAnswer.True, Channel.Paper), (CampaignAnswer.True, Channel.Phone), (CampaignAnswer.Changed, Channel.Online), (CampaignAnswer.True, Channel.Online), (CampaignAnswer.Closed, Channel.Phone), (CampaignAnswer.Unknown, Channel.Paper)];

    public async Task Fill(CancellationToken stop)
    {
        var (began, answered) = (db.Now - Duration.FromDays(18), db.Now - Duration.FromDays(9));
        var places = await db.Set<Place>().Where(p => p.Status == OccasionStatus.Open && p.MergedIntoId == null && p.Phone != "").OrderBy(p => p.SeenAt).ThenBy(p => p.SortName).ThenBy(p => p.Slug).Take(Asked).ToListAsync(stop);
        if (places.Count == 0) return;
        var campaign = Campaign.Make("Nos lieux avant l’hiver (démonstration)", new CampaignFilter(OccasionKind.Place, null, 6, 6), Tokens.New(), began).Value!; // the filter is one of those offered
        db.Add(campaign);
        foreach (var (i, place) in places.Index())
        {
            var ask = new CampaignAsk(campaign.Id, string.Create(CultureInfo.InvariantCulture, $"DEMO-{i + 1:0000}"), Tokens.Hash($"demo {place.Id:N}"), began);
            var question = new CampaignQuestion(ask.Id, 1, place.Id, began);
            db.Add(ask);
            db.Add(question);
            if (i >= Answers.Length) continue;
            question.Say(Answers[i].Answer, Answers[i].Channel, answered);
            if (Answers[i].Answer != CampaignAnswer.True) continue;
            place.Verify($"réponse à « {campaign.Name} »", answered).ThrowIfRefused();
            db.Add(OccasionFacts.Of(OccasionFacts.Verified, place, Answers[i].Channel, answered));
        }

        (await db.Save(stop)).ThrowIfRefused();
    }
}
