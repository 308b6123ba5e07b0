using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Moments;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Tests.Registers.Occasions;

public abstract class OccasionTimingTests(TestSpace space)
{
    private static readonly Instant Said = Instant.FromUtc(2026, 11, 1, 8, 0);

    [Fact] public async Task A_place_is_sorted_without_its_article_and_shows_its_typical_week()
    {
        var place = await Kept(new Place("L’Épicerie d’Yzeure", Slug(), space.CommuneId, "essai", Said), ("hours", "Mo-Fr 9:00-12:00; Su 10:00-12:00"));
        place.SortName.ShouldBe("epicerie yzeure");
        place.Hours.ShouldBe("Mo-Fr 09:00-12:00; Su 10:00-12:00");
        place.WeekMask.Length.ShouldBe(168);
        place.WeekMask[9].ShouldBe('1');
        place.WeekMask[12].ShouldBe('0');
        place.WeekMask[(5 * 24) + 10].ShouldBe('0');
        place.WeekMask[(6 * 24) + 10].ShouldBe('1');
        place.NextAt.ShouldBeNull();
    }

    [Fact] public async Task A_moment_that_comes_back_comes_next_on_its_next_day_in_the_time_of_the_space()
    {
        var moment = await Kept(new Moment("Repas partagé", Slug(), space.CommuneId, "essai", Said),
            ("starts-on", "2026-10-01"), ("starts-at", "12 h"), ("duration", "120"), ("recurrence", "FREQ=WEEKLY;BYDAY=TH\nEXDATE:20261126T120000"));
        moment.Recurrence.ShouldBe("RRULE:FREQ=WEEKLY;BYDAY=TH\nEXDATE:20261126T120000");
        moment.NextAt.ShouldBe(Instant.FromUtc(2026, 12, 3, 11, 0)); // the 26th is left out; noon in winter
    }

    [Fact] public async Task What_is_going_on_is_not_over()
    {
        // It is Friday 9:30. Begun at 9, for an hour; begun at 8, for an hour; no known length; a fair of three days.
        (await Kept(OnFriday("09:00"), ("duration", "60"))).NextAt.ShouldBe(Instant.FromUtc(2026, 11, 20, 8, 0));
        (await Kept(OnFriday("08:00"), ("duration", "60"))).NextAt.ShouldBeNull();
        (await Kept(OnFriday("08:00"))).NextAt.ShouldBe(Instant.FromUtc(2026, 11, 20, 7, 0));
        (await Kept(OnFriday("10:00"), ("starts-on", "2026-11-18"), ("ends-on", "2026-11-20"))).NextAt.ShouldBe(Instant.FromUtc(2026, 11, 18, 9, 0));

        Moment OnFriday(string at)
        {
            var moment = new Moment($"Vendredi {at}", Slug(), space.CommuneId, "essai", Said);
            moment.Describe(OccasionField.Named("starts-on"), "2026-11-20", "essai", Said).Accepted.ShouldBeTrue();
            moment.Describe(OccasionField.Named("starts-at"), at, "essai", Said).Accepted.ShouldBeTrue();
            return moment;
        }
    }

    [Fact] public async Task A_project_comes_next_when_it_starts_then_when_it_ends()
    {
        (await Kept(new Project("Fresque", Slug(), space.CommuneId, "essai", Said), ("starts-on", "2026-12-01"), ("ends-on", "2027-03-31"))).NextAt.ShouldBe(Instant.FromUtc(2026, 11, 30, 23, 0));
        (await Kept(new Project("Verger", Slug(), space.CommuneId, "essai", Said), ("starts-on", "2026-03-01"), ("ends-on", "2027-03-31"))).NextAt.ShouldBe(Instant.FromUtc(2027, 3, 30, 22, 0));
        (await Kept(new Project("Four à pain", Slug(), space.CommuneId, "essai", Said), ("starts-on", "2025-03-01"), ("ends-on", "2025-12-31"))).NextAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("hours", "Mo-Fr 25:00-26:00")]
    [InlineData("hours", "tous les jours")]
    public void Hours_that_cannot_be_read_are_refused_beside_their_question(string field, string typed)
    {
        var place = new Place("Salle", "salle", Guid.NewGuid(), "essai", Said);
        var refusal = place.Describe(OccasionField.Named(field), typed, "essai", Said).Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe(field);
        Trame.Foundation.Ui.Texts.In("fr", refusal.TextKey, [.. refusal.Args]).ShouldNotContain("[");
        place.Hours.ShouldBeEmpty();
    }

    [Fact] public void A_rule_that_cannot_be_read_says_in_which_column()
    {
        var moment = new Moment("Jeux", "jeux", Guid.NewGuid(), "essai", Said);
        var refusal = moment.Describe(OccasionField.Named("recurrence"), "RRULE:FREQ=WEEKLY;BYDAY=ZZ", "essai", Said).Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("recurrence");
        int.Parse(refusal.Args[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(19, 26);
    }

    [Fact] public async Task Time_that_passes_brings_the_next_time_without_history_or_new_version()
    {
        var moment = await Kept(new Moment("Atelier couture", Slug(), space.CommuneId, "essai", Said), ("starts-on", "2026-11-21"), ("starts-at", "14:00"), ("duration", "90"), ("recurrence", "RRULE:FREQ=WEEKLY"));
        moment.NextAt.ShouldBe(Instant.FromUtc(2026, 11, 21, 13, 0));
        var before = space.Clock.GetUtcNow();
        space.Clock.Set(new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.Zero));
        try
        {
            (await space.In(s => s.GetRequiredService<RefreshTimings>().Handle(s.GetRequiredService<TrameDb>(), default))).ShouldBeGreaterThan(0);
            (await space.In(s => s.GetRequiredService<RefreshTimings>().Handle(s.GetRequiredService<TrameDb>(), default))).ShouldBe(0);
        }
        finally
        {
            space.Clock.Set(before);
        }

        var after = await Found(moment.Id);
        after.NextAt.ShouldBe(Instant.FromUtc(2026, 11, 28, 13, 0));
        after.Version.ShouldBe(moment.Version);
        (await space.Read(db => db.Set<Revision>().CountAsync(r => r.SubjectId == moment.Id))).ShouldBe(1);
    }

    private static string Slug() => $"essai-{Guid.NewGuid():N}";

    private async Task<T> Kept<T>(T occasion, params (string Field, string Value)[] said) where T : Occasion
    {
        foreach (var (field, value) in said) occasion.Describe(OccasionField.Named(field), value, "essai", Said).Refusals.ShouldBeEmpty();
        await space.Act(async db =>
        {
            db.Add(occasion);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return (T)await Found(occasion.Id);
    }

    private Task<Occasion> Found(Guid id) => space.Read(db => db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == id));
}

public sealed class OccasionTimingOnSqlite(SqliteSpace space) : OccasionTimingTests(space), IClassFixture<SqliteSpace>;

public sealed class OccasionTimingOnPostgres(PostgresSpace space) : OccasionTimingTests(space), IClassFixture<PostgresSpace>;
