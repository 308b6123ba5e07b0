using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Budgets;

internal sealed class BudgetMapping : IEntityTypeConfiguration<ParticipatoryBudget>, IEntityTypeConfiguration<ProjectFile>, IEntityTypeConfiguration<VotingCode>, IEntityTypeConfiguration<BudgetBallot>, IEntityTypeConfiguration<BudgetSheet>
{
    public void Configure(EntityTypeBuilder<ParticipatoryBudget> budget)
    {
        budget.Property(b => b.Id).ValueGeneratedNever();
        budget.Property(b => b.CameBy).AsJson();
        budget.Property(b => b.Version).IsConcurrencyToken();
        budget.Ignore(b => b.Frame);
        budget.HasOne<Territory>().WithMany().HasForeignKey(b => b.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        budget.HasIndex(b => b.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProjectFile> file)
    {
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Version).IsConcurrencyToken();
        file.Ignore(f => f.IsAppealed);
        file.HasOne<ParticipatoryBudget>().WithMany().HasForeignKey(f => f.BudgetId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<Occasion>().WithMany().HasForeignKey(f => f.OccasionId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.BudgetId, f.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VotingCode> code)
    {
        code.HasKey(c => new { c.BudgetId, c.CodeHash });
        code.HasOne<ParticipatoryBudget>().WithMany().HasForeignKey(c => c.BudgetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetBallot> ballot)
    {
        ballot.HasKey(b => new { b.BudgetId, b.Receipt });
        ballot.Property(b => b.Lines).AsJson();
        ballot.HasOne<ParticipatoryBudget>().WithMany().HasForeignKey(b => b.BudgetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BudgetSheet> sheet)
    {
        sheet.Property(s => s.Id).ValueGeneratedNever();
        sheet.Property(s => s.Entries).AsJson();
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.HasOne<ParticipatoryBudget>().WithMany().HasForeignKey(s => s.BudgetId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasIndex(s => new { s.BudgetId, s.Code }).IsUnique();
    }
}
