using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

internal sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<SignIn>, IEntityTypeConfiguration<RoleGrant>,
    IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<SecurityEvent>, IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Contacts).AsJson();
        person.HasIndex(p => p.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<SignIn> way)
    {
        way.Property(w => w.Id).ValueGeneratedNever();
        way.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
        way.HasIndex(w => new { w.Kind, w.Identifier }).IsUnique();
        way.HasIndex(w => w.PersonId);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Cascade);
        grant.HasIndex(g => g.PersonId);
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => s.TokenHash).IsUnique();
        session.HasIndex(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SecurityEvent> line)
    {
        line.Property(l => l.Id).ValueGeneratedNever();
        line.HasIndex(l => l.At);
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> attempt) => attempt.HasKey(a => a.Key);
}
