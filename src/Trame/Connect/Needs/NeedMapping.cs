using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>, IEntityTypeConfiguration<KindChange>, IEntityTypeConfiguration<Crisis>
{
    public void Configure(EntityTypeBuilder<Need> need)
    {
        need.Property(n => n.Id).ValueGeneratedNever();
        need.Ignore(n => n.IsLive);
        need.Property(n => n.Contacts).AsJson();
        need.Property(n => n.Tries).AsJson();
        need.Property(n => n.Version).IsConcurrencyToken();
        need.HasOne<Territory>().WithMany().HasForeignKey(n => n.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        need.HasIndex(n => new { n.Status, n.SaidAt });
        need.HasIndex(n => n.Code);
        need.HasIndex(n => n.TerritoryId);
        need.HasIndex(n => n.EndedAt); // what is old enough to be forgotten
    }

    public void Configure(EntityTypeBuilder<KindChange> kind)
    {
        kind.Property(k => k.Id).ValueGeneratedNever();
        kind.Property(k => k.Version).IsConcurrencyToken();
        kind.HasIndex(k => k.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Crisis> crisis)
    {
        crisis.Property(c => c.Id).ValueGeneratedNever();
        crisis.Property(c => c.Version).IsConcurrencyToken();
    }
}
