using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Id).ValueGeneratedNever();
        organisation.Property(o => o.Codes).AsJson();
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasIndex(o => o.Slug).IsUnique();
        organisation.HasIndex(o => o.TerritoryId);
    }
}
