using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Act.Moments;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.Act.Moments;

public abstract class RecordHeldTests(TestSpace space)
{
    [Fact]
    public async Task A_count_typed_from_paper_is_a_fact_and_its_correction_replaces_it()
    {
        var moment = await HasWeekly("Atelier pain");
        var agent = await space.BrowseAs(Role.CounterAgent);
        var page = await agent.Open("/moments/atelier-pain/seances");
        (await page.Send(("Day", "2026-11-19"), ("Count", "14"), ("age-60-74", "5"), ("Channel", "paper"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var fact = await space.Read(db => db.Set<Fact>().SingleAsync(f => f.Kind == "moment.held" && f.SubjectId == moment.Id));
        (fact.Count, fact.Channel).ShouldBe((14, Channel.Paper));
        fact.Marginals.ShouldBe([new Marginal("age", "60-74", 5)]);

        var again = await agent.Open($"/moments/atelier-pain/seances?corrige={fact.Id}");
        (await again.Send(("Count", "12"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Read(db => db.Set<SubjectTally>().SingleAsync(t => t.SubjectId == moment.Id && t.Kind == "moment.held"))).People.ShouldBe(12);
        (await again.Send(("Count", "13"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("2026-11-19", "-3", "")]
    [InlineData("2026-11-19", "beaucoup", "")]
    [InlineData("2026-11-27", "3", "")]
    [InlineData("hier", "3", "")]
    [InlineData("2026-11-19", "3", "4")]
    public async Task What_cannot_be_is_refused_and_nothing_is_counted(string day, string count, string old)
    {
        var slug = $"jeux-{Guid.NewGuid():N}";
        var moment = await HasWeekly(slug);
        var page = await (await space.BrowseAs(Role.Coordinator)).Open($"/moments/{slug}/seances");
        (await page.Send(("Day", day), ("Count", count), ("age-75+", old))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await space.Read(db => db.Set<Fact>().AnyAsync(f => f.SubjectId == moment.Id && f.Kind == "moment.held"))).ShouldBeFalse();
    }

    [Fact]
    public async Task One_time_is_cancelled_with_its_reason_and_the_next_one_stands()
    {
        var moment = await HasWeekly("Café des aidants");
        var page = await (await space.BrowseAs(Role.Coordinator)).Open("/moments/cafe-des-aidants/seances");
        (await page.SendTo("?handler=Cancel", ("Day", "2026-11-26"), ("Reason", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.SendTo("?handler=Cancel", ("Day", "2026-11-26"), ("Reason", "Salle prise par les élections"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await space.Read(db => db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == moment.Id));
        after.Recurrence.ShouldContain("EXDATE:20261126");
        NodaTime.Text.InstantPattern.General.Format(after.NextAt!.Value).ShouldBe("2026-12-03T09:00:00Z");
        (await space.Read(db => db.Set<Fact>().CountAsync(f => f.Kind == "moment.cancelled" && f.SubjectId == moment.Id))).ShouldBe(1);
    }

    // Every Thursday at 10:00 in Paris, since the 5th of November.
    private async Task<Occasion> HasWeekly(string name)
    {
        var values = new Dictionary<string, string> { ["name"] = name, ["territory"] = space.CommuneId.ToString(), ["starts-on"] = "2026-11-05", ["starts-at"] = "10:00", ["duration"] = "90", ["recurrence"] = "RRULE:FREQ=WEEKLY;BYDAY=TH" };
        var added = await space.In(services => services.GetRequiredService<AddOccasion>().Handle(new(OccasionKind.Moment, values, "Essai", Channel.Online, EvenIfAlike: true), Actor.Machine, default));
        added.Refusals.ShouldBeEmpty();
        return added.Value!;
    }
}

public sealed class RecordHeldOnSqlite(SqliteSpace space) : RecordHeldTests(space), IClassFixture<SqliteSpace>;

public sealed class RecordHeldOnPostgres(PostgresSpace space) : RecordHeldTests(space), IClassFixture<PostgresSpace>;
