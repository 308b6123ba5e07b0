using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Tests.Demo;

public abstract class DemoTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task The_invented_life_has_the_size_asked_and_says_it_is_invented()
    {
        await Fill(new DemoSize(Occasions: 60, Facts: 3_000));
        (await space.Read(db => db.Set<Occasion>().CountAsync())).ShouldBe(60);
        (await space.Read(db => db.Set<Fact>().CountAsync())).ShouldBeGreaterThanOrEqualTo(3_000);
        (await space.Read(db => db.Set<Proposal>().CountAsync(p => p.Status == ProposalStatus.Waiting))).ShouldBe(1); // only one is about this commune
        (await space.Read(db => db.Set<Occasion>().AllAsync(o => o.Source.Contains("fictif")))).ShouldBeTrue();
        var kept = await space.Read(db => RebuildReadModels.Fingerprint(db, default));
        (await space.Read(db => new RebuildReadModels().Handle(db, default))).Fingerprint.ShouldBe(kept);
        var found = await space.Browse().Open("/");
        found.Words.ShouldContain("occasions de lien ouvertes");
    }

    private Task<bool> Fill(DemoSize size) => space.In(async services =>
    {
        await services.GetRequiredService<CreateDemo>().Fill(services.GetRequiredService<TrameDb>(), size, null, default);
        return true;
    });
}

public sealed class DemoOnSqlite(SqliteSpace space) : DemoTests(space), IClassFixture<SqliteSpace>;

public sealed class DemoOnPostgres(PostgresSpace space) : DemoTests(space), IClassFixture<PostgresSpace>;

public sealed class DemoDiceTests
{
    [Fact]
    public void The_same_seed_invents_the_same_register()
    {
        Names(7).ShouldBe(Names(7));
        Names(7).ShouldNotBe(Names(8));
    }

    [Fact]
    public void What_waits_on_the_desk_can_be_accepted_as_it_is()
    {
        var register = Register(2026);
        var occasions = register.Occasions().Select(o => o.Occasion).ToDictionary(o => o.Id);
        var proposals = register.Proposals().ToList();
        proposals.Count.ShouldBe(4);
        foreach (var proposal in proposals)
        {
            var about = proposal.OccasionId is { } id ? occasions[id] : occasions.Values.First(o => o.Kind == proposal.Kind);
            foreach (var (key, value) in proposal.Values) OccasionField.Named(key).Check(about, value, out _).Accepted.ShouldBeTrue($"{key}: {value}");
        }
    }

    private static DemoRegister Register(int seed)
    {
        (string Code, string Name)[] named = [("03190", "Moulins"), ("03321", "Yzeure"), ("03013", "Avermes")];
        DemoCommune[] communes = [.. named.Select((c, i) => new DemoCommune(Guid.Parse($"00000000-0000-7000-8000-00000000000{i + 1}"), c.Code, c.Name, 19_000, 46.56, 3.33))];
        var register = new DemoRegister(DemoStory.Read(), communes, new DemoSize(Occasions: 60, Seed: seed), NodaTime.Instant.FromUtc(2026, 11, 20, 8, 0));
        register.MakeOrganisations();
        return register;
    }

    private static List<string> Names(int seed)
    {
        var register = Register(seed);
        return [.. register.Occasions().Select(o => $"{o.Occasion.Id} {o.Occasion.Name} {o.Occasion.Hours} {o.Occasion.Recurrence} {o.Occasion.Latitude}")];
    }
}
