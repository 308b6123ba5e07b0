using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Registers.Territories;
using Need = Trame.Connect.Needs.Need;

namespace Trame.Connect.Opportunities;

internal sealed class OpportunityMapping : IEntityTypeConfiguration<Opportunity>, IEntityTypeConfiguration<OpportunityPart>
{
    public void Configure(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.Property(o => o.Id).ValueGeneratedNever();
        opportunity.Property(o => o.Lacks).HasConversion(new Columns.EnumText<LackingPiece>()); // an engine's word: not ours to map for all
        opportunity.Property(o => o.Steps).AsJson();
        opportunity.Property(o => o.DeclinedWith).AsJson();
        opportunity.Property(o => o.Version).IsConcurrencyToken();
        foreach (var derived in (string[])[nameof(Opportunity.Value), nameof(Opportunity.IsTrigger), nameof(Opportunity.IsActive), nameof(Opportunity.IsOver)]) opportunity.Ignore(derived);
        opportunity.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        opportunity.HasIndex(o => o.Key).IsUnique();
        opportunity.HasIndex(o => o.Slug).IsUnique();
        opportunity.HasIndex(o => o.TerritoryId);
        opportunity.HasIndex(o => o.Stage);
    }

    public void Configure(EntityTypeBuilder<OpportunityPart> part)
    {
        part.Property(p => p.Id).ValueGeneratedNever();
        part.Ignore(p => p.EntryId);
        part.Property(p => p.Version).IsConcurrencyToken();
        part.HasOne<Opportunity>().WithMany().HasForeignKey(p => p.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        part.HasOne<Need>().WithMany().HasForeignKey(p => p.NeedId).OnDelete(DeleteBehavior.Restrict);
        part.HasOne<Resource>().WithMany().HasForeignKey(p => p.ResourceId).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => p.OpportunityId);
        part.HasIndex(p => p.NeedId);
        part.HasIndex(p => p.ResourceId);
    }
}
