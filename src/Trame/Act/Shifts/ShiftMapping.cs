using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

internal sealed class ShiftMapping : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<ShiftHand>
{
    public void Configure(EntityTypeBuilder<Shift> shift)
    {
        shift.Property(s => s.Id).ValueGeneratedNever();
        shift.Ignore(s => s.Start);
        shift.Ignore(s => s.End);
        shift.Ignore(s => s.Free);
        shift.Property(s => s.Version).IsConcurrencyToken();
        shift.HasOne<Occasion>().WithMany().HasForeignKey(s => s.OccasionId).OnDelete(DeleteBehavior.Restrict);
        shift.HasIndex(s => new { s.OccasionId, s.Day });
        shift.HasIndex(s => s.Day);
    }

    public void Configure(EntityTypeBuilder<ShiftHand> hand)
    {
        hand.Property(h => h.Id).ValueGeneratedNever();
        hand.Property(h => h.Version).IsConcurrencyToken();
        hand.HasOne<Shift>().WithMany().HasForeignKey(h => h.ShiftId).OnDelete(DeleteBehavior.Restrict);
        hand.HasIndex(h => new { h.ShiftId, h.SignedAt });
        hand.HasIndex(h => h.Code).IsUnique();
    }
}
