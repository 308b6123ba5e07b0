using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Observe.Home;
using Trame.Registers.Places;

namespace Trame.Tests.Observe.Home;

/// <summary>A country takes longer to count than a page may: the last view is shown at once, and nobody is misled about what it counts.</summary>
public sealed class LargeSpaceTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    [Fact]
    public async Task Whoever_saves_sees_the_last_view_and_is_told_that_it_does_not_count_it_yet()
    {
        var coordinator = Someone();
        var known = await Look(coordinator);
        await Remember(known with { Communes = [.. Enumerable.Repeat(known.Communes[0], ObserveTerritory.Large)] });

        await Save("Café du Large", coordinator);
        (await Look(coordinator)).ShouldSatisfyAllConditions(view => view.At.ShouldBe(known.At), view => view.IsBehindReader.ShouldBeTrue());
        (await Look(Someone())).IsBehindReader.ShouldBeFalse();
        await Until(async () => (await Look(coordinator)).Open == known.Open + 1); // counted again meanwhile, without anybody waiting
        (await Look(coordinator)).IsBehindReader.ShouldBeFalse();
    }

    [Fact]
    public async Task In_a_small_space_a_save_is_counted_at_once()
    {
        var coordinator = Someone();
        var before = (await Look(coordinator)).Open;
        await Save("Café du Port", coordinator);
        (await Look(Someone())).Open.ShouldBe(before + 1);
    }

    private static Actor Someone() => Actor.Machine with { PersonId = Guid.CreateVersion7() };

    private Task<TerritoryView> Look(Actor actor) => space.In(services => services.GetRequiredService<ObserveTerritory>().Handle(default), actor);

    private Task<TerritoryView> Remember(TerritoryView view) => space.In(services =>
    {
        var memory = services.GetRequiredService<SpaceMemory>();
        memory.Forget(TestSpace.Slug);
        return memory.Keep(services.GetRequiredService<CurrentSpace>().Space, "territory-view", () => Task.FromResult(view), lingers: true);
    });

    private Task Save(string name, Actor actor) => space.In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        db.Author = actor.As();
        db.Add(new Place(name, $"{Guid.CreateVersion7():N}", space.CommuneId, "essai", db.Now));
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return true;
    }, actor);

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var turn = 0; turn < 400 && !await holds(); turn++) await Task.Delay(25, TestContext.Current.CancellationToken);
        (await holds()).ShouldBeTrue();
    }
}
