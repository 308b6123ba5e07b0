using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Act.Dispositifs;

internal sealed class DispositifRunMapping : IEntityTypeConfiguration<DispositifRun>
{
    public void Configure(EntityTypeBuilder<DispositifRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Documents).AsJson();
        run.Property(r => r.Seats).AsJson();
        run.Property(r => r.Amounts).AsJson();
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasOne<Territory>().WithMany().HasForeignKey(r => r.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        run.HasIndex(r => r.Slug).IsUnique();
        run.HasIndex(r => r.TerritoryId);
    }
}
