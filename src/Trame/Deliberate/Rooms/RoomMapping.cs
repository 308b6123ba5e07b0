using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Rooms;

internal sealed class RoomMapping : IEntityTypeConfiguration<DebateRoom>, IEntityTypeConfiguration<RoomSeat>, IEntityTypeConfiguration<RoomEvent>
{
    public void Configure(EntityTypeBuilder<DebateRoom> room)
    {
        room.Property(r => r.Id).ValueGeneratedNever();
        room.HasOne<Debate>().WithMany().HasForeignKey(r => r.DebateId).OnDelete(DeleteBehavior.Restrict);
        room.HasIndex(r => new { r.DebateId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoomSeat> seat)
    {
        seat.HasKey(s => new { s.RoomId, s.Number });
        seat.HasOne<DebateRoom>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoomEvent> happened)
    {
        happened.HasKey(e => new { e.RoomId, e.Number });
        happened.Property(e => e.Say).AsJson();
        happened.HasOne<DebateRoom>().WithMany().HasForeignKey(e => e.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}
