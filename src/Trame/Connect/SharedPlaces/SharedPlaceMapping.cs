using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

internal sealed class SharedPlaceMapping : IEntityTypeConfiguration<PlaceLife>, IEntityTypeConfiguration<SharedSpace>, IEntityTypeConfiguration<Booking>, IEntityTypeConfiguration<SpaceTraining>, IEntityTypeConfiguration<Opening>,
    IEntityTypeConfiguration<PlaceMembership>, IEntityTypeConfiguration<BudgetLine>, IEntityTypeConfiguration<SharedTool>, IEntityTypeConfiguration<ToolLoan>, IEntityTypeConfiguration<PlaceIncident>
{
    public void Configure(EntityTypeBuilder<PlaceLife> life)
    {
        life.HasKey(l => l.PlaceId);
        life.Property(l => l.PlaceId).ValueGeneratedNever();
        life.Property(l => l.Version).IsConcurrencyToken();
        life.HasOne<Occasion>().WithMany().HasForeignKey(l => l.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SharedSpace> space)
    {
        space.Property(s => s.Id).ValueGeneratedNever();
        space.Property(s => s.Version).IsConcurrencyToken();
        space.HasOne<Occasion>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.Property(b => b.Version).IsConcurrencyToken();
        booking.HasOne<SharedSpace>().WithMany().HasForeignKey(b => b.SpaceId).OnDelete(DeleteBehavior.Restrict);
        booking.HasIndex(b => new { b.SpaceId, b.StartsAt });
        booking.HasIndex(b => b.Code);
        booking.HasIndex(b => b.EndsAt); // what is old enough to be forgotten
    }

    public void Configure(EntityTypeBuilder<SpaceTraining> training)
    {
        training.Property(t => t.Id).ValueGeneratedNever();
        training.HasOne<SharedSpace>().WithMany().HasForeignKey(t => t.SpaceId).OnDelete(DeleteBehavior.Restrict);
        training.HasIndex(t => new { t.SpaceId, t.Code });
        training.HasIndex(t => t.GivenOn);
    }

    public void Configure(EntityTypeBuilder<Opening> opening)
    {
        opening.Property(s => s.Id).ValueGeneratedNever();
        opening.Property(s => s.Hosts).AsJson();
        opening.Property(s => s.Marginals).AsJson();
        opening.Ignore(s => s.Missing);
        opening.Property(s => s.Version).IsConcurrencyToken();
        opening.HasOne<Occasion>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
        opening.HasIndex(s => new { s.PlaceId, s.StartsAt });
        opening.HasIndex(s => s.DoorCode).IsUnique();
        opening.HasIndex(s => s.EndsAt);
    }

    public void Configure(EntityTypeBuilder<PlaceMembership> membership)
    {
        membership.Property(m => m.Id).ValueGeneratedNever();
        membership.Property(m => m.Version).IsConcurrencyToken();
        membership.HasOne<Occasion>().WithMany().HasForeignKey(m => m.PlaceId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => new { m.PlaceId, m.EndsOn });
        membership.HasIndex(m => m.EndsOn);
    }

    public void Configure(EntityTypeBuilder<BudgetLine> line)
    {
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Version).IsConcurrencyToken();
        line.HasOne<Occasion>().WithMany().HasForeignKey(l => l.PlaceId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.PlaceId, l.Day });
    }

    public void Configure(EntityTypeBuilder<SharedTool> tool)
    {
        tool.Property(t => t.Id).ValueGeneratedNever();
        tool.Property(t => t.Version).IsConcurrencyToken();
        tool.HasOne<Occasion>().WithMany().HasForeignKey(t => t.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ToolLoan> loan)
    {
        loan.Property(l => l.Id).ValueGeneratedNever();
        loan.Property(l => l.Version).IsConcurrencyToken();
        loan.HasOne<SharedTool>().WithMany().HasForeignKey(l => l.ToolId).OnDelete(DeleteBehavior.Restrict);
        loan.HasIndex(l => l.ReturnedOn);
    }

    public void Configure(EntityTypeBuilder<PlaceIncident> incident)
    {
        incident.Property(i => i.Id).ValueGeneratedNever();
        incident.Property(i => i.Version).IsConcurrencyToken();
        incident.HasOne<Occasion>().WithMany().HasForeignKey(i => i.PlaceId).OnDelete(DeleteBehavior.Restrict);
        incident.HasIndex(i => new { i.PlaceId, i.ToldAt });
        incident.HasIndex(i => i.ToldAt);
    }
}
