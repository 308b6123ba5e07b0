using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Feeds;

internal sealed class FeedsMapping : IEntityTypeConfiguration<CalendarFeed>, IEntityTypeConfiguration<FeedMoment>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.Property(f => f.Id).ValueGeneratedNever();
        feed.Property(f => f.Counts).AsJson();
        feed.Property(f => f.Version).IsConcurrencyToken();
        feed.HasOne<Territory>().WithMany().HasForeignKey(f => f.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        feed.HasIndex(f => f.TerritoryId);
        feed.HasIndex(f => f.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<FeedMoment> moment)
    {
        moment.HasKey(m => new { m.FeedId, m.Uid });
        moment.HasOne<CalendarFeed>().WithMany().HasForeignKey(m => m.FeedId).OnDelete(DeleteBehavior.Cascade);
        moment.HasOne<Occasion>().WithMany().HasForeignKey(m => m.MomentId).OnDelete(DeleteBehavior.Cascade);
        moment.HasIndex(m => m.MomentId);
    }
}
