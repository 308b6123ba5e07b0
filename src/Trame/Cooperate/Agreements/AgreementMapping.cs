using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Cooperate.Agreements;

internal sealed class AgreementMapping : IEntityTypeConfiguration<Contract>, IEntityTypeConfiguration<ContractVersion>, IEntityTypeConfiguration<ContractSignature>, IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Contract> contract)
    {
        contract.Property(c => c.Id).ValueGeneratedNever();
        contract.Property(c => c.Draft).AsJson();
        contract.Property(c => c.Reviews).AsJson();
        contract.Property(c => c.Breaches).AsJson();
        contract.Property(c => c.Version).IsConcurrencyToken();
        contract.HasOne<Territory>().WithMany().HasForeignKey(c => c.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne<Organisation>().WithMany().HasForeignKey(c => c.FirstId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne<Organisation>().WithMany().HasForeignKey(c => c.SecondId).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne<Contract>().WithMany().HasForeignKey(c => c.RenewsId).OnDelete(DeleteBehavior.Restrict);
        contract.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ContractVersion> version)
    {
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Content).AsJson();
        version.HasOne<Contract>().WithMany().HasForeignKey(v => v.ContractId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.ContractId, v.Number }).IsUnique(); // two offers at the same moment: the second is told
    }

    public void Configure(EntityTypeBuilder<ContractSignature> signature)
    {
        signature.HasKey(s => new { s.VersionId, s.Side }); // one key per side: a signature sent twice is one signature
        signature.HasOne<ContractVersion>().WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.Property(e => e.Version).IsConcurrencyToken();
        evidence.HasOne<Contract>().WithMany().HasForeignKey(e => e.ContractId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => e.ContractId);
    }
}
