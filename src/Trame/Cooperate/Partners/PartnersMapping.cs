using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Trame.Cooperate.Partners;

internal sealed class PartnersMapping : IEntityTypeConfiguration<PartnerToken>, IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookMessage>, IEntityTypeConfiguration<PartnerAnswer>
{
    public void Configure(EntityTypeBuilder<PartnerToken> token)
    {
        token.Property(t => t.Id).ValueGeneratedNever();
        token.HasIndex(t => t.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Webhook> webhook) => webhook.Property(w => w.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<WebhookMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasOne<Webhook>().WithMany().HasForeignKey(m => m.WebhookId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => m.NextAt);
        message.HasIndex(m => new { m.WebhookId, m.CreatedAt });
        message.HasIndex(m => m.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<PartnerAnswer> answer)
    {
        answer.HasKey(a => new { a.TokenId, a.Key });
        answer.HasOne<PartnerToken>().WithMany().HasForeignKey(a => a.TokenId).OnDelete(DeleteBehavior.Cascade);
        answer.HasIndex(a => a.CreatedAt);
    }
}
