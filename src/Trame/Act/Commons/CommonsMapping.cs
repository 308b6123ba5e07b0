using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Registers.Occasions;

namespace Trame.Act.Commons;

internal sealed class CommonsMapping : IEntityTypeConfiguration<CommonGood>, IEntityTypeConfiguration<CommonEntry>
{
    public void Configure(EntityTypeBuilder<CommonGood> good)
    {
        good.Property(g => g.Id).ValueGeneratedNever();
        good.Property(g => g.Version).IsConcurrencyToken();
        good.HasOne<Occasion>().WithMany().HasForeignKey(g => g.OccasionId).OnDelete(DeleteBehavior.Restrict);
        good.HasIndex(g => g.OccasionId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CommonEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.HasOne<CommonGood>().WithMany().HasForeignKey(e => e.GoodId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.GoodId, e.Day });
    }
}
