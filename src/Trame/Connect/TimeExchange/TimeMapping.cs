using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Connect.TimeExchange;

internal sealed class TimeMapping : IEntityTypeConfiguration<TimeBank>, IEntityTypeConfiguration<TimeAccount>, IEntityTypeConfiguration<TimeTransfer>, IEntityTypeConfiguration<TimeEntry>,
    IEntityTypeConfiguration<TimeCheque>, IEntityTypeConfiguration<TimeMandate>, IEntityTypeConfiguration<TimeClearing>
{
    public void Configure(EntityTypeBuilder<TimeBank> bank)
    {
        bank.Property(b => b.Id).ValueGeneratedNever();
        bank.Property(b => b.Version).IsConcurrencyToken();
        bank.HasOne<Territory>().WithMany().HasForeignKey(b => b.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        bank.HasIndex(b => b.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TimeAccount> account)
    {
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Version).IsConcurrencyToken();
        account.HasOne<TimeBank>().WithMany().HasForeignKey(a => a.BankId).OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => new { a.BankId, a.Number }).IsUnique();
        account.HasIndex(a => a.Code);
        account.HasIndex(a => a.EndedAt);
    }

    public void Configure(EntityTypeBuilder<TimeTransfer> transfer)
    {
        transfer.Property(t => t.Id).ValueGeneratedNever();
        transfer.HasOne<TimeBank>().WithMany().HasForeignKey(t => t.BankId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<TimeAccount>().WithMany().HasForeignKey(t => t.FromId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<TimeAccount>().WithMany().HasForeignKey(t => t.ToId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<TimeCheque>().WithMany().HasForeignKey(t => t.ChequeId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<TimeMandate>().WithMany().HasForeignKey(t => t.MandateId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasOne<TimeTransfer>().WithMany().HasForeignKey(t => t.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        transfer.HasIndex(t => new { t.ExchangeId, t.Line }).IsUnique();
        transfer.HasIndex(t => t.ChequeId).IsUnique();
        transfer.HasIndex(t => t.CorrectsId).IsUnique();
        transfer.HasIndex(t => new { t.BankId, t.At });
        transfer.HasIndex(t => new { t.FromId, t.Day });
        transfer.HasIndex(t => new { t.ToId, t.Day });
    }

    public void Configure(EntityTypeBuilder<TimeEntry> entry)
    {
        entry.HasKey(e => new { e.AccountId, e.Position });
        entry.HasOne<TimeAccount>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<TimeTransfer>().WithMany().HasForeignKey(e => e.TransferId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.TransferId, e.AccountId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TimeCheque> cheque)
    {
        cheque.Property(c => c.Id).ValueGeneratedNever();
        cheque.Property(c => c.Version).IsConcurrencyToken();
        cheque.HasOne<TimeAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        cheque.HasIndex(c => c.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TimeMandate> mandate)
    {
        mandate.Property(m => m.Id).ValueGeneratedNever();
        mandate.Property(m => m.Acts).AsJson();
        mandate.Property(m => m.Version).IsConcurrencyToken();
        mandate.HasOne<TimeAccount>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TimeClearing> clearing)
    {
        clearing.Property(c => c.Id).ValueGeneratedNever();
        clearing.Property(c => c.Version).IsConcurrencyToken();
        clearing.HasOne<TimeAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        clearing.HasOne<TimeAccount>().WithMany().HasForeignKey(c => c.FromId).OnDelete(DeleteBehavior.Restrict);
        clearing.HasIndex(c => c.SettledAt);
    }
}
