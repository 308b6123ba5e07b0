using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;

namespace Trame.Foundation.Facts;

internal sealed class FactMapping : IEntityTypeConfiguration<Fact>, IEntityTypeConfiguration<FactTally>, IEntityTypeConfiguration<TerritoryTally>, IEntityTypeConfiguration<SubjectTally>, IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.Property(f => f.Organisations).AsJson();
        fact.Property(f => f.Marginals).AsJson();
        fact.Property(f => f.Kind).HasMaxLength(60);
        fact.Property(f => f.SubjectType).HasMaxLength(30);
        fact.Property(f => f.AmountUnit).HasMaxLength(20);
        fact.Property(f => f.Id).ValueGeneratedNever();
        fact.HasIndex(f => new { f.Kind, f.At, f.Count }); // a month of moments and their people, without opening a row
        fact.HasIndex(f => new { f.TerritoryId, f.At });
        fact.HasIndex(f => new { f.SubjectId, f.At });
        fact.HasIndex(f => new { f.PlaceId, f.At });
        fact.HasIndex(f => f.Corrects).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FactTally> tally) => tally.HasKey(t => new { t.TerritoryId, t.Month, t.Kind, t.Channel });

    public void Configure(EntityTypeBuilder<TerritoryTally> tally) => tally.HasKey(t => new { t.TerritoryId, t.Kind });

    public void Configure(EntityTypeBuilder<SubjectTally> tally) => tally.HasKey(t => new { t.SubjectId, t.Kind });

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.Property(r => r.Before).AsJson();
        revision.Property(r => r.After).AsJson();
        revision.HasIndex(r => new { r.SubjectId, r.At });
    }
}
