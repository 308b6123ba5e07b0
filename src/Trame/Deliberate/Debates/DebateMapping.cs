using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

internal sealed class DebateMapping : IEntityTypeConfiguration<Debate>, IEntityTypeConfiguration<DebateCard>
{
    public void Configure(EntityTypeBuilder<Debate> debate)
    {
        debate.Property(d => d.Id).ValueGeneratedNever();
        debate.Property(d => d.Options).AsJson();
        debate.Property(d => d.Phases).AsJson();
        debate.Property(d => d.Notes).AsJson();
        debate.Property(d => d.Contradictions).AsJson();
        debate.Property(d => d.Dissents).AsJson();
        debate.Property(d => d.Answers).AsJson();
        debate.Property(d => d.Version).IsConcurrencyToken();
        debate.Ignore(d => d.AnswerDueOn).Ignore(d => d.IsPublic).Ignore(d => d.ToAnswer);
        debate.HasOne<Territory>().WithMany().HasForeignKey(d => d.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        debate.HasOne<Occasion>().WithMany().HasForeignKey(d => d.AboutId).OnDelete(DeleteBehavior.Restrict);
        debate.HasIndex(d => d.Slug).IsUnique();
        debate.HasIndex(d => d.Code).IsUnique();
        debate.HasIndex(d => new { d.Stage, d.DecidesOn });
    }

    public void Configure(EntityTypeBuilder<DebateCard> card)
    {
        card.HasKey(c => new { c.DebateId, c.Number });
        card.HasOne<Debate>().WithMany().HasForeignKey(c => c.DebateId).OnDelete(DeleteBehavior.Restrict);
        card.HasIndex(c => c.CodeHash).IsUnique();
    }
}
