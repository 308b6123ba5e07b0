using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

internal sealed class OccasionMapping : IEntityTypeConfiguration<Occasion>, IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<PhotoFile>, IEntityTypeConfiguration<OccasionStop>
{
    public void Configure(EntityTypeBuilder<Occasion> occasion)
    {
        occasion.Property(o => o.Id).ValueGeneratedNever();
        occasion.Ignore(o => o.IsOpen);
        occasion.HasDiscriminator(o => o.Kind);
        foreach (var list in (System.Linq.Expressions.Expression<Func<Occasion, List<string>>>[])[o => o.Fields, o => o.Audiences, o => o.Ties, o => o.Access, o => o.Wanted])
            occasion.Property(list).HasConversion(words => string.Join(' ', words), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
                new Columns.JsonSame<List<string>>());
        occasion.Property(o => o.Photos).AsJson();
        occasion.Property(o => o.Stops).AsJson();
        occasion.Property(o => o.Sources).AsJson();
        occasion.Property(o => o.Codes).AsJson();
        occasion.Property(o => o.Version).IsConcurrencyToken();
        occasion.HasOne<Territory>().WithMany().HasForeignKey(o => o.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasIndex(o => new { o.Kind, o.Slug }).IsUnique();
        // The orders of a list and the counts of its filters: see the migration 0004.
        occasion.HasIndex(o => new { o.Status, o.MergedIntoId, o.SortName, o.Id }).HasDatabaseName("ix_occasion_by_name");
        occasion.HasIndex(o => new { o.Status, o.MergedIntoId, o.NextAt, o.SortName, o.Id }).HasDatabaseName("ix_occasion_by_next");
        occasion.HasIndex(o => new { o.Status, o.MergedIntoId, o.SeenAt, o.Id }).HasDatabaseName("ix_occasion_by_seen");
        occasion.HasIndex(o => new { o.Status, o.MergedIntoId, o.Kind, o.Type, o.Cost, o.Fields, o.Audiences, o.Access }).HasDatabaseName("ix_occasion_ways");
        // The list of projects: see the migration 0013.
        occasion.HasIndex(o => new { o.SeenAt, o.Id, o.Status, o.Kind, o.MergedIntoId, o.EarlyStage, o.StartsOn, o.Wanted }).HasFilter("kind = 'project' AND merged_into_id IS NULL").HasDatabaseName("ix_occasion_projects");
        occasion.HasIndex(o => new { o.TerritoryId, o.Status });
        occasion.HasIndex(o => new { o.Latitude, o.Longitude });
        // What the home page counts, without opening a row: see the migration 0002.
        occasion.HasIndex(o => new { o.TerritoryId, o.Kind, o.VerifiedAt, o.Latitude, o.Longitude }).HasFilter("status = 'open' AND merged_into_id IS NULL");
        occasion.HasIndex(o => new { o.Hours, o.Status, o.MergedIntoId }); // « open now » and the desert hours evaluate each distinct text once
        occasion.HasIndex(o => o.Type).HasFilter("kind = 'place' AND status = 'open' AND hours <> '' AND merged_into_id IS NULL"); // the counters of the header
        occasion.HasIndex(o => o.OrganisationId);
        occasion.HasIndex(o => o.MergedIntoId);
    }

    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.Property(p => p.Id).ValueGeneratedNever();
        proposal.Property(p => p.Values).AsJson();
        proposal.Property(p => p.Version).IsConcurrencyToken();
        proposal.HasIndex(p => p.Code).IsUnique();
        proposal.HasIndex(p => new { p.Status, p.CreatedAt });
        proposal.HasIndex(p => p.OccasionId);
    }

    public void Configure(EntityTypeBuilder<PhotoFile> file)
    {
        file.Property(f => f.Id).ValueGeneratedNever();
        file.HasOne<Occasion>().WithMany().HasForeignKey(f => f.OccasionId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => f.OccasionId);
        file.HasIndex(f => f.RemovedAt);
    }

    public void Configure(EntityTypeBuilder<OccasionStop> stop)
    {
        stop.HasKey(s => new { s.TerritoryId, s.OccasionId });
        stop.HasOne<Occasion>().WithMany().HasForeignKey(s => s.OccasionId).OnDelete(DeleteBehavior.Cascade);
        stop.HasOne<Territory>().WithMany().HasForeignKey(s => s.TerritoryId).OnDelete(DeleteBehavior.Cascade);
        stop.HasIndex(s => s.OccasionId);
    }
}
