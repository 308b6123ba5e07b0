using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Outcome = Trame.Foundation.Data.Outcome;

namespace Trame.Tests.Registers.Occasions;

public abstract class MergeOccasionsTests(TestSpace space)
{
    private static readonly Instant Then = Instant.FromUtc(2026, 1, 5, 9, 0);
    private static readonly string[] Keys = ["address", "summary", "phone", "nearest-stop"];

    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task A_merge_keeps_every_word_and_its_undoing_gives_both_records_back()
    {
        var kept = await space.HasPlace("Salle des Cèdres", "Mairie", ("address", "1 rue des Cèdres"), ("phone", "04 70 00 00 01"));
        var twin = await space.HasPlace("La salle des Cèdres", "Association", ("address", "1 bis rue des Cèdres"), ("nearest-stop", "Cèdres, ligne B"));
        (await space.Describe(twin.Id, 1, "Bailleur", ("address", "1 ter rue des Cèdres"))).Accepted.ShouldBeTrue();
        var (keptBefore, twinBefore) = ((await space.Occasion(kept.Id)), await space.Occasion(twin.Id));

        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Merge(kept.Id, 1, twin.Id, 2, "address")).Refusals.ShouldBeEmpty();
        var merged = await space.Occasion(kept.Id);
        merged.Address.ShouldBe("1 ter rue des Cèdres");
        merged.NearestStop.ShouldBe("Cèdres, ligne B");
        merged.Words().IsSupersetOf(keptBefore.Words()).ShouldBeTrue();
        merged.Words().IsSupersetOf(twinBefore.Words()).ShouldBeTrue();
        (await space.Occasion(twin.Id)).MergedIntoId.ShouldBe(kept.Id);

        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Split(twin.Id)).Refusals.ShouldBeEmpty();
        var (keptAfter, twinAfter) = ((await space.Occasion(kept.Id)), await space.Occasion(twin.Id));
        keptAfter.Words().ShouldBe(keptBefore.Words(), ignoreOrder: true);
        twinAfter.Words().ShouldBe(twinBefore.Words(), ignoreOrder: true);
        (twinAfter.IsOpen, keptAfter.NearestStop).ShouldBe((true, ""));
        (await space.Facts(OccasionFacts.Merged, kept.Id), await space.Facts(OccasionFacts.Split, kept.Id)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_someone_said_after_the_merge_survives_its_undoing()
    {
        var kept = await space.HasPlace("Le four à pain", "Mairie");
        var twin = await space.HasPlace("Four à pain", "Association", ("phone", "04 70 00 00 02"));
        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Merge(kept.Id, 1, twin.Id, 1)).Accepted.ShouldBeTrue();
        (await space.Describe(kept.Id, 2, "Voisine", ("phone", "04 70 00 00 03"))).Accepted.ShouldBeTrue();
        space.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Split(twin.Id)).Accepted.ShouldBeTrue();
        (await space.Occasion(kept.Id)).Phone.ShouldBe("04 70 00 00 03");
    }

    [Fact]
    public async Task A_record_does_not_merge_with_itself_nor_twice_nor_over_a_change_made_meanwhile()
    {
        var kept = await space.HasPlace("Maison du parc");
        var twin = await space.HasPlace("Maison du parc 2");
        (await Merge(kept.Id, 1, kept.Id, 1)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("occasions.merge.itself");
        (await Merge(kept.Id, 7, twin.Id, 1)).Refusals.ShouldBe([Refusal.Conflict]);
        (await space.Occasion(twin.Id)).MergedIntoId.ShouldBeNull();
        (await Merge(kept.Id, 1, twin.Id, 1)).Accepted.ShouldBeTrue();
        (await Merge(kept.Id, 2, twin.Id, 2)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("occasions.merge.already");
    }

    [Fact]
    public void Whatever_two_records_say_the_one_that_stays_holds_every_word()
    {
        var word = from key in Gen.Elements(Keys) from source in Gen.Elements("A", "B", "C") from value in Gen.Elements("01 02", "03 04", "05 06", "") select (key, source, value);
        var said = word.ListOf();
        Prop.ForAll(Arb.From(said), Arb.From(said), (mine, theirs) =>
        {
            var (kept, twin) = (Saying(mine), Saying(theirs));
            var before = kept.Words().Union(twin.Words()).ToHashSet();
            kept.Absorb(twin, Then).Accepted.ShouldBeTrue();
            return kept.Words().IsSupersetOf(before);
        }).QuickCheckThrowOnFailure();
    }

    private static Place Saying(IEnumerable<(string Key, string Source, string Value)> words)
    {
        var place = new Place("Un lieu", "un-lieu", Guid.Empty, "A", Then);
        foreach (var (key, source, value) in words) place.Hear(OccasionField.Named(key), value, source, Then).Accepted.ShouldBeTrue();
        return place;
    }

    private Task<Outcome> Merge(Guid kept, int keptVersion, Guid twin, int twinVersion, params string[] theirs) => space.In(services =>
        services.GetRequiredService<MergeOccasions>().Handle(new(kept, keptVersion, twin, twinVersion, theirs), Register.As("coordinator"), default));

    private Task<Outcome> Split(Guid twin) => space.In(services => services.GetRequiredService<SplitOccasion>().Handle(new(twin), Register.As("coordinator"), default));
}

public sealed class MergeOccasionsOnSqlite(SqliteSpace space) : MergeOccasionsTests(space), IClassFixture<SqliteSpace>;

public sealed class MergeOccasionsOnPostgres(PostgresSpace space) : MergeOccasionsTests(space), IClassFixture<PostgresSpace>;
