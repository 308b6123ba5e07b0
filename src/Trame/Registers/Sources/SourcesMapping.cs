using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

internal sealed class SourcesMapping : IEntityTypeConfiguration<PlaceImport>, IEntityTypeConfiguration<ImportRow>, IEntityTypeConfiguration<SourcePlace>, IEntityTypeConfiguration<ImportWork>, IEntityTypeConfiguration<ApartPlaces>
{
    public void Configure(EntityTypeBuilder<PlaceImport> import)
    {
        import.ToTable("place_import");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Ignore(i => i.HasFile);
        import.Ignore(i => i.Request);
        import.Property(i => i.Map).AsJson();
        import.Property(i => i.Decisions).AsJson();
        import.Property(i => i.Counts).AsJson();
        import.Property(i => i.Notes).AsJson();
        import.Property(i => i.Version).IsConcurrencyToken();
        import.HasIndex(i => i.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("import_row");
        row.HasKey(r => new { r.ImportId, r.Number });
        row.Property(r => r.Details).AsJson();
        row.HasOne<PlaceImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        row.HasOne<Place>().WithMany().HasForeignKey(r => r.PlaceId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => new { r.ImportId, r.State });
        row.HasIndex(r => r.PlaceId);
    }

    public void Configure(EntityTypeBuilder<SourcePlace> seen)
    {
        seen.ToTable("source_place");
        seen.HasKey(s => new { s.Source, s.PlaceId });
        seen.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
        seen.HasIndex(s => s.PlaceId);
        seen.HasIndex(s => s.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportWork> work)
    {
        work.HasKey(r => r.ImportId);
        work.Ignore(r => r.Left);
        work.Ignore(r => r.By);
        work.HasOne<PlaceImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ApartPlaces> apart)
    {
        apart.HasKey(a => new { a.FirstId, a.SecondId });
        apart.HasOne<Place>().WithMany().HasForeignKey(a => a.FirstId).OnDelete(DeleteBehavior.Cascade);
        apart.HasOne<Place>().WithMany().HasForeignKey(a => a.SecondId).OnDelete(DeleteBehavior.Cascade);
        apart.HasIndex(a => a.SecondId);
    }
}
