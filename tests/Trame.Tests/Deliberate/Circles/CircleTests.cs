using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Circles;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Registers.People;
using Trame.Tests.Deliberate.Debates;

namespace Trame.Tests.Deliberate.Circles;

public abstract class CircleTests(TestSpace space)
{
    [Fact]
    public async Task The_object_goes_round_and_the_circle_closes_after_a_silent_round_and_keeps_nothing_of_who_spoke()
    {
        var debate = await space.HasDebate(SeededDebates.Whole with { Phases = [.. SeededDebates.Whole.Phases, SeededDebates.Phase(DebateStep.Deliberate, DebateMethod.Circle, "2026-11-20", "2026-12-01")] });
        var guardian = await space.BrowseAs(Role.Host);
        var path = $"/debats/{debate.Slug}/cercle";
        (await (await guardian.Open(path)).SendTo("?handler=Open", ("Seats", "3"))).RefusalOf("Seats").ShouldContain("de 4 à 20");
        (await (await guardian.Open(path)).SendTo("?handler=Open", ("Seats", "4"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var stale = await guardian.Open(path);
        foreach (var spoke in (bool[])[true, false, true, true]) (await (await guardian.Open(path)).SendTo("?handler=Pass", ("Spoke", spoke ? "true" : "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await stale.SendTo("?handler=Pass", ("Spoke", "true"))).Status.ShouldBe(HttpStatusCode.Conflict, "an object is handed on once");
        (await guardian.Open(path)).Document.QuerySelector("form[action$='handler=Close']").ShouldBeNull("people still speak");
        (await stale.SendTo("?handler=Agree", ("Output", ""), ("Version", "5"))).RefusalOf("Output").ShouldContain("1 à 300");
        for (var i = 0; i < 4; i++) await (await guardian.Open(path)).SendTo("?handler=Pass", ("Spoke", "false"));
        (await (await guardian.Open(path)).SendTo("?handler=Agree", ("Output", "On essaie jusqu’à l’été"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await guardian.Open(path)).SendTo("?handler=Close")).Status.ShouldBe(HttpStatusCode.Redirect);
        var circle = await space.Read(db => db.Set<TalkingCircle>().AsNoTracking().SingleAsync(c => c.DebateId == debate.Id));
        circle.Rounds.Select(r => (r.Number, r.Spoke, r.Silent)).ShouldBe([(1, 3, 1), (2, 0, 4)]);
        (circle.Holder, circle.Spoke).ShouldBe((0, 0));
        (await space.Read(db => db.Set<Revision>().CountAsync(r => r.SubjectId == circle.Id))).ShouldBe(0, "no history says who held the object");
        (await space.Browse().Open(path)).Words.ShouldContain("On essaie jusqu’à l’été");
    }

    [Fact]
    public void It_does_not_close_before_a_whole_silent_round()
    {
        var circle = new TalkingCircle(Guid.CreateVersion7(), 1, 4, NodaTime.Instant.MinValue);
        circle.Close(NodaTime.Instant.MinValue).Accepted.ShouldBeFalse();
        for (var i = 0; i < 7; i++) circle.Pass(i == 3, NodaTime.Instant.MinValue);
        circle.Close(NodaTime.Instant.MinValue).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("circle.not-silent", "seven silences across two rounds are not a silent round");
        circle.Pass(false, NodaTime.Instant.MinValue);
        circle.Close(NodaTime.Instant.MinValue).Accepted.ShouldBeTrue();
    }
}

public sealed class CircleOnSqlite(SqliteSpace space) : CircleTests(space), IClassFixture<SqliteSpace>;

public sealed class CircleOnPostgres(PostgresSpace space) : CircleTests(space), IClassFixture<PostgresSpace>;
