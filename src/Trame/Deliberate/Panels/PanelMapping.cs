using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Panels;

internal sealed class PanelMapping : IEntityTypeConfiguration<Convention>, IEntityTypeConfiguration<PanelDraw>, IEntityTypeConfiguration<PanelPerson>
{
    public void Configure(EntityTypeBuilder<Convention> convention)
    {
        convention.Property(c => c.Id).ValueGeneratedNever();
        convention.Property(c => c.Values).AsJson();
        convention.Property(c => c.List).AsJson();
        convention.Property(c => c.Chances).AsJson();
        convention.Property(c => c.Sessions).AsJson();
        convention.Property(c => c.Recommendations).AsJson();
        convention.Property(c => c.Answers).AsJson();
        convention.Property(c => c.Version).IsConcurrencyToken();
        convention.Ignore(c => c.Frame).Ignore(c => c.Categories);
        convention.HasOne<Territory>().WithMany().HasForeignKey(c => c.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        convention.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PanelDraw> draw)
    {
        draw.HasKey(d => d.ConventionId);
        draw.Property(d => d.ConventionId).ValueGeneratedNever();
        draw.HasOne<Convention>().WithMany().HasForeignKey(d => d.ConventionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PanelPerson> person)
    {
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Values).AsJson();
        person.Property(p => p.Needs).AsJson();
        person.Property(p => p.Attended).AsJson();
        person.Property(p => p.Version).IsConcurrencyToken();
        person.HasOne<Convention>().WithMany().HasForeignKey(p => p.ConventionId).OnDelete(DeleteBehavior.Restrict);
        person.HasIndex(p => p.CodeHash).IsUnique();
        person.HasIndex(p => new { p.ConventionId, p.Ticket }).IsUnique();
    }
}
