using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<Want>, IEntityTypeConfiguration<Contribution>, IEntityTypeConfiguration<ProjectLink>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.HasBaseType<Occasion>();
        project.Property(p => p.Lines).AsJson();
    }

    public void Configure(EntityTypeBuilder<Want> want)
    {
        want.Property(w => w.Id).ValueGeneratedNever();
        want.Ignore(w => w.Missing);
        want.Property(w => w.Version).IsConcurrencyToken();
        want.HasOne<Project>().WithMany().HasForeignKey(w => w.ProjectId).OnDelete(DeleteBehavior.Restrict);
        want.HasIndex(w => w.ProjectId);
    }

    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.Property(c => c.Id).ValueGeneratedNever();
        contribution.Property(c => c.Version).IsConcurrencyToken();
        contribution.HasOne<Want>().WithMany().HasForeignKey(c => c.WantId).OnDelete(DeleteBehavior.Restrict);
        contribution.HasIndex(c => c.Code).IsUnique();
        contribution.HasIndex(c => c.WantId);
        contribution.HasIndex(c => c.PledgedAt); // what is old enough to be forgotten
    }

    public void Configure(EntityTypeBuilder<ProjectLink> link)
    {
        link.HasKey(l => new { l.ProjectId, l.TargetId });
        link.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
        link.HasIndex(l => l.TargetId);
    }
}
