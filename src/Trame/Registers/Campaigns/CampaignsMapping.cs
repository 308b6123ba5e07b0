using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Registers.Campaigns;

internal sealed class CampaignsMapping : IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<CampaignAsk>, IEntityTypeConfiguration<CampaignQuestion>, IEntityTypeConfiguration<CampaignStop>, IEntityTypeConfiguration<CampaignMessage>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.Property(c => c.Id).ValueGeneratedNever();
        campaign.Property(c => c.Filter).AsJson();
        campaign.Property(c => c.Version).IsConcurrencyToken();
        campaign.HasIndex(c => c.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<CampaignAsk> ask)
    {
        ask.Property(a => a.Id).ValueGeneratedNever();
        ask.HasOne<Campaign>().WithMany().HasForeignKey(a => a.CampaignId).OnDelete(DeleteBehavior.Cascade);
        ask.HasIndex(a => a.Code).IsUnique();
        ask.HasIndex(a => new { a.CampaignId, a.Code });
        ask.HasIndex(a => new { a.CreatedAt, a.Mark });
    }

    public void Configure(EntityTypeBuilder<CampaignQuestion> question)
    {
        question.HasKey(q => new { q.AskId, q.Number });
        question.HasOne<CampaignAsk>().WithMany().HasForeignKey(q => q.AskId).OnDelete(DeleteBehavior.Cascade);
        question.HasOne<Occasion>().WithMany().HasForeignKey(q => q.OccasionId).OnDelete(DeleteBehavior.Cascade);
        question.HasIndex(q => new { q.OccasionId, q.AskedAt });
    }

    public void Configure(EntityTypeBuilder<CampaignStop> stop) => stop.HasKey(s => s.Mark);

    public void Configure(EntityTypeBuilder<CampaignMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasOne<CampaignAsk>().WithMany().HasForeignKey(m => m.AskId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => m.NextAt);
        message.HasIndex(m => new { m.AskId, m.Way }).IsUnique();
    }
}
