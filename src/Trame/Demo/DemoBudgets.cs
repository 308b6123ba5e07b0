using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Deliberate.Budgets;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>Two participatory budgets: one that was counted, with its ballots; one whose vote is on.</summary>
internal sealed class DemoBudgets(TrameDb db)
{
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private readonly DemoDice _dice = new(31);

    public async Task Fill(CancellationToken stop)
    {
        using var life = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data", "demo", "debattre.json"), stop));
        foreach (var told in life.RootElement.GetProperty("budgets").EnumerateArray())
        {
            var commune = Text(told, "commune");
            if (await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune && t.Name == commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop) is { } id) await Tell(told, id, stop);
        }
    }

    private async Task Tell(JsonElement told, Guid commune, CancellationToken stop)
    {
        var (name, today) = (Text(told, "name"), db.Now.InUtc().Date);
        LocalDate Day(string key) => today.PlusDays(told.GetProperty(key).GetInt32());
        var budget = new ParticipatoryBudget(name, Slug.From(name), commune, db.Now);
        budget.Set(name, new BudgetFrame(told.GetProperty("envelope").GetInt64() * 100, Text(told, "eligibility"), Text(told, "voters"), true, Day("proposeFrom"), Day("proposeUntil"), Day("voteFrom"), Day("voteUntil"),
            EnumWords.Read<BallotKind>(Text(told, "ballot")), told.GetProperty("points").GetInt32(), CountRule.EqualShares, Text(told, "decider"), Text(told, "help"))).ThrowIfRefused();
        budget.Open(Day("proposeFrom")).ThrowIfRefused();
        var projects = told.GetProperty("projects").EnumerateArray().ToList();
        var files = projects.Select((p, i) => Filed(budget, i + 1, p)).ToList();
        db.Add(budget);
        db.AddRange(files);
        db.Add(BudgetFacts.Of(BudgetFacts.Opened, budget, Noon(Day("proposeFrom"))));
        (await db.Save(stop)).ThrowIfRefused();
        var kept = files.Where(f => f.State == FileState.Kept).ToList();
        var ballots = Enumerable.Range(0, told.GetProperty("ballots").GetInt32()).Select(n => new BudgetBallot(budget.Id, Receipt(), Lines(budget, kept, projects, n))).ToList();
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            await RowLoader.Load(db, ballots, stop);
            if (budget.VoteUntil >= today) await HandOut(budget, ballots.Count, stop);
            await transaction.CommitAsync(stop);
        }

        if (budget.VoteUntil >= today) return;
        budget.Count([ballots.Count * 6 / 10, ballots.Count / 10, 0, ballots.Count - (ballots.Count * 6 / 10) - (ballots.Count / 10), 0], budget.VoteUntil!.Value.PlusDays(1)).ThrowIfRefused();
        db.Add(BudgetFacts.Of(BudgetFacts.Counted, budget, Noon(budget.VoteUntil!.Value.PlusDays(1)), ballots.Count));
        (await db.Save(stop)).ThrowIfRefused();
    }

    // As many codes were used as there are ballots; some people still have theirs in a pocket.
    private async Task HandOut(ParticipatoryBudget budget, int used, CancellationToken stop)
    {
        List<VotingCode> codes = [.. Enumerable.Range(0, used + 40).Select(_ => new VotingCode(budget.Id, Receipt()))];
        await RowLoader.Load(db, codes, stop);
        List<string> spent = [.. codes.Take(used).Select(c => c.CodeHash)];
        List<string> booth = [.. spent.Take(used / 5)];
        await db.Set<VotingCode>().Where(c => spent.Contains(c.CodeHash)).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedBy, (Channel?)Channel.Online), stop);
        await db.Set<VotingCode>().Where(c => booth.Contains(c.CodeHash)).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedBy, (Channel?)Channel.Counter), stop);
    }

    private static ProjectFile Filed(ParticipatoryBudget budget, int number, JsonElement told)
    {
        var file = new ProjectFile(budget.Id, number, At(told, 0), At(told, 1), At(told, 2), At(told, 3));
        if (told[4].GetInt64() == 0) file.Refuse(At(told, 5)).ThrowIfRefused();
        else file.Keep(told[4].GetInt64() * 100, At(told, 5), "", budget.EnvelopeCents!.Value).ThrowIfRefused();
        return file;
    }

    private List<BallotLine> Lines(ParticipatoryBudget budget, List<ProjectFile> kept, List<JsonElement> projects, int n)
    {
        var crowd = 6 + (n % 3);
        return [.. kept.Where(f => _dice.Chance(projects[f.Number - 1][crowd].GetDouble())).Take(budget.Points).Select(f => new BallotLine(f.Number, 1))];
    }

    private string Receipt() => VotingCode.Shown(string.Concat(Enumerable.Range(0, 12).Select(_ => Letters[_dice.Between(0, Letters.Length - 1)])));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string At(JsonElement list, int index) => list[index].GetString() ?? "";

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
