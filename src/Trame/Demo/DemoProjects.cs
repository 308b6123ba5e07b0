using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Act.Projects;
using Trame.Cooperate.Agreements;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Demo;

/// <summary>What the written projects look for and receive, their notebook and ties, and the contracts of two of them: for those whose commune the space has.</summary>
internal sealed class DemoProjects(TrameDb db, DemoLife life)
{
    private int _codes;

    public async Task Fill(CancellationToken stop)
    {
        var projects = (await db.Set<Project>().ToListAsync(stop)).GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var told in life.Projects.Where(p => projects.ContainsKey(p.Name)))
        {
            var project = projects[told.Name];
            foreach (var want in told.Wants) Look(project, want);
            foreach (var line in told.Lines) project.Note(new ProjectLine(Guid.CreateVersion7(), EnumWords.Read<LineKind>(Text(line[0])), Text(line[1]), Text(line[2]), line[4].GetInt64() is > 0 and var cents ? cents : null, line[3].GetBoolean())).ThrowIfRefused();
            foreach (var tie in told.Ties)
                if (await db.Set<Occasion>().Where(o => o.Name == tie[1]).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop) is { } target) db.Add(new ProjectLink(project.Id, target, EnumWords.Read<LinkKind>(tie[0])));
        }

        await Save(stop);
        var bodies = (await db.Set<Organisation>().ToListAsync(stop)).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var signed in life.Contracts.Where(c => projects.ContainsKey(c.Project) && bodies.ContainsKey(c.First) && bodies.ContainsKey(c.Second)))
        {
            Sign(signed, projects[signed.Project], bodies[signed.First], bodies[signed.Second]);
            await Save(stop);
        }
    }

    private void Look(Project project, DemoLife.Looked told)
    {
        var want = Want.Of(project.Id, EnumWords.Read<WantKind>(told.Kind), told.What, told.Quantity).Value ?? throw new InvalidOperationException($"The demonstration looks for « {told.What} »: refused.");
        db.Add(want);
        foreach (var came in told.Came)
        {
            var at = db.Now - Duration.FromDays(20 + _codes);
            var contribution = new Contribution(want.Id, came[0].GetInt64(), "", "", EnumWords.Read<Channel>(Text(came[2])), string.Create(CultureInfo.InvariantCulture, $"DEMO-PROJ-{++_codes:0000}"), at);
            db.Add(contribution);
            if (came[1].GetInt64() is not (> 0 and var given)) continue;
            var fact = new Fact(ProjectFacts.Contributed, project.TerritoryId, contribution.Channel, at) { SubjectType = "occasion", SubjectId = project.Id, AmountUnit = want.Kind == WantKind.Money ? "cents" : told.Kind, AmountValue = given };
            contribution.Give(given, fact.Id, at).ThrowIfRefused();
            db.Add(fact);
        }
    }

    private void Sign(DemoLife.Signed told, Project project, Organisation first, Organisation second)
    {
        var contract = new Contract(told.Name, Slug.From(told.Name), project.TerritoryId, project.Id, first.Id, second.Id);
        var clauses = told.Clauses.Select(Clause).ToList();
        contract.Write(new ContractText(told.Purpose, told.StartsOn, told.EndsOn, told.ReviewsOn, clauses)).ThrowIfRefused();
        db.Add(contract);
        var version = Offer(contract, 1, first, second, told.Signatures);
        db.Add(AgreementFacts.Of(AgreementFacts.Signed, contract, Channel.Paper, version));
        if (project.EarlyStage == EnumWords.Write(ProjectStage.Contracted)) db.Add(ProjectFacts.Of(ProjectFacts.Contracted, project, Channel.Paper, version, version));
        foreach (var e in told.Evidence) db.Add(new Evidence(contract.Id, clauses[e[0].GetInt32()].Id, Text(e[1]), Day(Text(e[2])), e[3].GetInt64()));
        foreach (var review in told.Reviews)
        {
            contract.Meet(Day(review[0]), review[1]).ThrowIfRefused();
            db.Add(AgreementFacts.Of(AgreementFacts.Reviewed, contract, Channel.Counter, Noon(Day(review[0]))));
        }

        foreach (var b in told.Breaches)
        {
            contract.Report(clauses[b[0].GetInt32()].Id, Day(Text(b[1])), Text(b[2])).ThrowIfRefused();
            contract.Circle(contract.Breaches[^1].Id, Day(Text(b[3])), Text(b[4])).ThrowIfRefused();
        }

        if (told.Amendment is not { } more) return;
        contract.Write(contract.Draft with { Clauses = [.. clauses, Clause(more)] }).ThrowIfRefused();
        Offer(contract, 2, first, second, told.SignedAgain);
    }

    private Instant Offer(Contract contract, int number, Organisation first, Organisation second, IReadOnlyList<string[]> keys)
    {
        var at = Noon(Day(keys[0][2]));
        var version = new ContractVersion(contract, number, CanonicalText.Of(contract.Name, number, first.Name, second.Name, contract.Draft), at);
        db.Add(version);
        foreach (var key in keys) db.Add(new ContractSignature(version, EnumWords.Read<Side>(key[0]), key[1], Day(key[2]), key[4], EnumWords.Read<Channel>(key[3]), Noon(Day(key[2]))));
        return Noon(Day(keys[^1][2]));
    }

    private async Task Save(CancellationToken stop) => (await db.Save(stop)).ThrowIfRefused();

    private static Clause Clause(JsonElement[] told) => new(Guid.CreateVersion7(), EnumWords.Read<Side>(Text(told[0])), EnumWords.Read<ClauseKind>(Text(told[1])), Text(told[2]), told[3].GetInt64(), Text(told[4]), Text(told[5]));

    private static string Text(JsonElement element) => element.GetString() ?? "";

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
