using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Opinions;

internal sealed class OpinionMapping : IEntityTypeConfiguration<OpinionStatement>, IEntityTypeConfiguration<OpinionVoter>, IEntityTypeConfiguration<OpinionVote>, IEntityTypeConfiguration<OpinionSheet>
{
    public void Configure(EntityTypeBuilder<OpinionStatement> statement)
    {
        statement.Property(s => s.Id).ValueGeneratedNever();
        statement.Property(s => s.Version).IsConcurrencyToken();
        statement.Ignore(s => s.IsAppealed);
        statement.HasOne<Debate>().WithMany().HasForeignKey(s => s.DebateId).OnDelete(DeleteBehavior.Restrict);
        statement.HasIndex(s => new { s.DebateId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpinionVoter> voter)
    {
        voter.HasKey(v => new { v.DebateId, v.Number });
        voter.HasOne<Debate>().WithMany().HasForeignKey(v => v.DebateId).OnDelete(DeleteBehavior.Restrict);
        voter.HasIndex(v => v.KeyHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpinionVote> vote)
    {
        vote.Property(v => v.Id).ValueGeneratedNever();
        vote.HasOne<Debate>().WithMany().HasForeignKey(v => v.DebateId).OnDelete(DeleteBehavior.Restrict);
        vote.HasIndex(v => new { v.DebateId, v.Voter });
    }

    public void Configure(EntityTypeBuilder<OpinionSheet> sheet)
    {
        sheet.Property(s => s.Id).ValueGeneratedNever();
        sheet.Property(s => s.Entries).AsJson();
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.Ignore(s => s.Agreed);
        sheet.HasOne<Debate>().WithMany().HasForeignKey(s => s.DebateId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasIndex(s => new { s.DebateId, s.Number }).IsUnique();
    }
}
