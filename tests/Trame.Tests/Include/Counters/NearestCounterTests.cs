using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Include.Counters;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Include.Counters;

/// <summary>The clock of the space: Friday 20 November 2026, 9:30 in Paris.</summary>
public abstract class NearestCounterTests(TestSpace space)
{
    private static readonly GeoPoint Yzeure = new(3.3544, 46.5661);

    [Fact]
    public async Task The_header_names_the_counter_that_is_open_and_leads_to_all()
    {
        await Counters();
        var page = await space.Browse().Open("/");
        page.Words.ShouldContain("Guichet ouvert : Mairie proche, jusqu’à 12 h");
        var strip = page.Document.QuerySelector(".strip")!;
        (await page.Browser.Open(strip.QuerySelector("a[href*='/lieux/']")!.GetAttribute("href")!)).Title.ShouldContain("Mairie");
        (await page.Browser.Open(strip.QuerySelector("a[href*='/occasions?']")!.GetAttribute("href")!)).Words.ShouldContain("CCAS du bout du monde");
    }

    [Fact]
    public async Task The_nearest_is_near_what_the_page_is_about()
    {
        await Counters();
        (await Nearest(Yzeure))!.Name.ShouldBe("Mairie proche");
        (await Nearest(new GeoPoint(3.9, 46.9)))!.Name.ShouldBe("Mairie lointaine");
    }

    [Fact]
    public async Task When_none_is_open_the_first_to_open_is_named_with_its_day()
    {
        await Counters();
        var now = space.Clock.GetUtcNow();
        try
        {
            space.Clock.Set(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.Zero)); // a Saturday
            var first = (await Nearest(Yzeure))!;
            first.Lead.ShouldStartWith("Prochain guichet");
            first.When!.Replace('\u00A0', ' ').ShouldBe("lundi 23 novembre à 9 h");
        }
        finally
        {
            space.Clock.Set(now);
        }
    }

    [Fact]
    public async Task A_space_chooses_which_places_are_counters()
    {
        await Counters();
        var before = await Settings();
        await Write(before with { HelpCounters = "ccas" });
        try
        {
            (await Nearest(Yzeure))!.Name.ShouldBe("CCAS du bout du monde");
            await Write(before with { HelpCounters = "" });
            (await Nearest(Yzeure)).ShouldBeNull();
        }
        finally
        {
            await Write(before);
        }
    }

    [Fact]
    public async Task The_phone_says_when_it_is_answered_only_when_it_is_not()
    {
        var before = await Settings();
        try
        {
            await Write(before with { HelpHours = "Mo-Fr 09:00-12:00" });
            (await space.Browse().Open("/aide")).Words.ShouldNotContain("Le téléphone répond");
            await Write(before with { HelpHours = "Mo-Fr 14:00-17:00" });
            (await space.Browse().Open("/aide")).Words.ShouldContain("Le téléphone répond aujourd’hui à 14 h");
        }
        finally
        {
            await Write(before);
        }
    }

    private Task<HelpCounter?> Nearest(GeoPoint near) => space.In(services => services.GetRequiredService<NearestCounter>().Handle(near, "", default));

    private async Task Counters()
    {
        if (await space.Read(db => Task.FromResult(db.Set<Trame.Registers.Occasions.Occasion>().Any()))) return;
        const string Weekdays = "Mo-Fr 09:00-12:00";
        await space.HasPlace("Mairie proche", "Mairie", ("type", "town-hall"), ("hours", Weekdays), ("latitude", "46.567"), ("longitude", "3.355"));
        await space.HasPlace("Mairie lointaine", "Mairie", ("type", "town-hall"), ("hours", Weekdays), ("latitude", "46.9"), ("longitude", "3.9"));
        await space.HasPlace("CCAS du bout du monde", "CCAS", ("type", "ccas"), ("hours", "Mo-Fr 14:00-17:00"), ("latitude", "46.9"), ("longitude", "3.9"));
        await space.HasPlace("Jardin ouvert", "Mairie", ("type", "garden"), ("hours", "24/7"), ("latitude", "46.5661"), ("longitude", "3.3544"));
    }

    private Task<SpaceSettings> Settings() => space.Read(db => SpaceSettings.Read(db, default));

    private Task Write(SpaceSettings settings) => space.Act(async db =>
    {
        await SpaceSettings.Write(db, settings, default);
        (await db.Save(default)).Accepted.ShouldBeTrue();
    });
}

public sealed class NearestCounterOnSqlite(SqliteSpace space) : NearestCounterTests(space), IClassFixture<SqliteSpace>;

public sealed class NearestCounterOnPostgres(PostgresSpace space) : NearestCounterTests(space), IClassFixture<PostgresSpace>;
