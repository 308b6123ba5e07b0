using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Act.CitizenDays;

internal sealed class CitizenDayMapping : IEntityTypeConfiguration<CitizenDay>, IEntityTypeConfiguration<Worksite>, IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<CitizenDay> day)
    {
        day.Property(d => d.Id).ValueGeneratedNever();
        day.Property(d => d.About).AsJson();
        day.Property(d => d.Plan).AsJson();
        day.Property(d => d.Version).IsConcurrencyToken();
        day.HasOne<Territory>().WithMany().HasForeignKey(d => d.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        day.HasIndex(d => d.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Worksite> site)
    {
        site.Property(s => s.Id).ValueGeneratedNever();
        site.Property(s => s.About).AsJson();
        site.Property(s => s.Asks).AsJson();
        site.Property(s => s.Version).IsConcurrencyToken();
        site.HasOne<CitizenDay>().WithMany().HasForeignKey(s => s.DayId).OnDelete(DeleteBehavior.Restrict);
        site.HasIndex(s => new { s.DayId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.Property(s => s.Id).ValueGeneratedNever();
        signUp.Property(s => s.People).AsJson();
        signUp.Property(s => s.Wishes).AsJson();
        signUp.Property(s => s.Languages).AsJson();
        signUp.Ignore(s => s.Came);
        signUp.Property(s => s.Version).IsConcurrencyToken();
        signUp.HasOne<CitizenDay>().WithMany().HasForeignKey(s => s.DayId).OnDelete(DeleteBehavior.Restrict);
        signUp.HasIndex(s => s.DayId);
        signUp.HasIndex(s => s.Code).IsUnique();
        signUp.HasIndex(s => s.SignedAt); // what is old enough to be forgotten
    }
}
