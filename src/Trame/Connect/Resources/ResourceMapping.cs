using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Connect.Resources;

internal sealed class ResourceMapping : IEntityTypeConfiguration<Resource>, IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.Property(r => r.Id).ValueGeneratedNever();
        resource.Ignore(r => r.IsLive);
        resource.Property(r => r.Contacts).AsJson();
        resource.Property(r => r.Tries).AsJson();
        resource.Property(r => r.Kinds).AsJson();
        resource.Property(r => r.Version).IsConcurrencyToken();
        resource.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        resource.HasIndex(r => new { r.Status, r.SaidAt });
        resource.HasIndex(r => r.Code);
        resource.HasIndex(r => r.TerritoryId);
        resource.HasIndex(r => r.EndedAt); // what is old enough to be forgotten
    }

    public void Configure(EntityTypeBuilder<Concern> concern)
    {
        concern.Property(c => c.Id).ValueGeneratedNever();
        concern.Property(c => c.Version).IsConcurrencyToken();
        concern.HasIndex(c => c.ToldAt); // what is old enough to be forgotten
    }
}
