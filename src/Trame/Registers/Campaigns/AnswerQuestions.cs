using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Registers.Campaigns;

/// <summary>Answers to a sheet: by its signed link, without an account, or typed by who received the paper or the call. « Toujours vrai » confirms the record, exactly as at the counter.</summary>
public sealed class AnswerQuestions(TrameDb db, Rights rights, VerifyOccasion verify)
{
    /// <param name="Signature">Of the link; null when somebody types for others.</param>
    public sealed record Request(string Code, string? Signature, IReadOnlyDictionary<int, CampaignAnswer> Answers, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, request.Signature is null ? CampaignActs.Type : CampaignActs.Answer)) return Refusal.NotAllowed;
        if (await db.Set<CampaignAsk>().FirstOrDefaultAsync(a => a.Code == request.Code, stop) is not { } ask) return Refusal.Gone;
        var campaign = await db.Set<Campaign>().AsNoTracking().FirstAsync(c => c.Id == ask.CampaignId, stop);
        if (request.Signature is { } signature && !ask.IsSigned(campaign.Secret, signature)) return Refusal.Gone;
        if (campaign.EndedAt is not null) return new Refusal("campaigns.ended");
        if (request.Answers.Count == 0) return new Refusal("campaigns.answer.none");
        var channel = request.Signature is null ? request.Channel : Channel.Online;
        db.Author = (actor with { Channel = channel }).As(Texts.In("fr", "campaigns.reason", campaign.Name));
        foreach (var question in await db.Set<CampaignQuestion>().Where(q => q.AskId == ask.Id).ToListAsync(stop))
        {
            if (!request.Answers.TryGetValue(question.Number, out var answer) || !question.Say(answer, channel, db.Now) || answer != CampaignAnswer.True) continue;
            if (await Living(question.OccasionId, stop) is { } occasion) verify.Confirm(occasion, Texts.In("fr", "campaigns.by", campaign.Name), channel);
        }

        return await db.Save(stop);
    }

    // The record, or the one it was merged into.
    private async Task<Occasion?> Living(Guid id, CancellationToken stop) => await db.FindAsync<Occasion>([id], stop) is { MergedIntoId: { } into } ? await db.FindAsync<Occasion>([into], stop) : await db.FindAsync<Occasion>([id], stop);
}
