using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Circles;

internal sealed class CircleMapping : IEntityTypeConfiguration<TalkingCircle>
{
    public void Configure(EntityTypeBuilder<TalkingCircle> circle)
    {
        circle.Property(c => c.Id).ValueGeneratedNever();
        circle.Property(c => c.Rounds).AsJson();
        circle.Property(c => c.Outputs).AsJson();
        circle.Property(c => c.Version).IsConcurrencyToken();
        circle.Ignore(c => c.MayClose);
        circle.HasOne<Debate>().WithMany().HasForeignKey(c => c.DebateId).OnDelete(DeleteBehavior.Restrict);
        circle.HasIndex(c => new { c.DebateId, c.Number }).IsUnique();
    }
}
