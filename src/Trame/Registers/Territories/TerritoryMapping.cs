using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;

namespace Trame.Registers.Territories;

internal sealed class TerritoryMapping : IEntityTypeConfiguration<Territory>, IEntityTypeConfiguration<TerritoryCode>
{
    public void Configure(EntityTypeBuilder<Territory> territory)
    {
        territory.Property(t => t.Id).ValueGeneratedNever();
        territory.Property(t => t.PostalCodes).AsJson();
        territory.Property(t => t.Version).IsConcurrencyToken();
        territory.HasMany(t => t.Codes).WithOne().HasForeignKey(c => c.TerritoryId).OnDelete(DeleteBehavior.Cascade);
        territory.Navigation(t => t.Codes).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("_codes").AutoInclude();
        territory.HasOne<Territory>().WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        territory.HasIndex(t => t.Slug).IsUnique();
        territory.HasIndex(t => t.ParentId);
    }

    public void Configure(EntityTypeBuilder<TerritoryCode> code) => code.HasKey(c => new { c.Scheme, c.Value });
}
