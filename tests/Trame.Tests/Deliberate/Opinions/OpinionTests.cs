using System.Net;
using FsCheck;
using Outcome = Trame.Foundation.Data.Outcome;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Opinions;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Deliberate.Debates;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Deliberate.Opinions;

public abstract class OpinionTests(TestSpace space)
{
    private static readonly Actor Host = Register.As("host");

    [Fact]
    public async Task Someone_votes_without_an_account_changes_their_mind_and_counts_once()
    {
        var debate = await Map("Un banc ici", "Un banc là");
        var phone = space.Browse();
        var page = await phone.Open($"/debats/{debate.Slug}/avis");
        var first = page.ValueOf("Statement");
        page = await (await page.Send(("Value", "1"))).Follow();
        page.Words.ShouldContain("1 sur 2");
        page.ValueOf("Statement").ShouldNotBe(first);
        page = await (await page.Send(("Value", "0"))).Follow();
        page.Words.ShouldContain("Vous avez tout vu");
        var again = await phone.Open($"/debats/{debate.Slug}/avis/affirmations");
        (await phone.Http.PostAsync($"/debats/{debate.Slug}/avis", new FormUrlEncodedContent([new("Statement", first), new("Value", "-1"), new("jeton", again.ValueOf("jeton"))]), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var votes = await space.Read(db => db.Set<OpinionVote>().Where(v => v.DebateId == debate.Id).ToListAsync());
        (votes.Count, votes.Select(v => v.Voter).Distinct().Count()).ShouldBe((3, 1), "a change of mind is added, nothing is rewritten");
        OpinionTable.Of(votes.OrderBy(v => v.Id).Select(v => (v.Voter, v.Statement, v.Value))).Count(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe((0, 1, 0));
        await space.Act(async db => (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE opinion_vote SET value = 1"))).Message.ShouldContain("append-only"));
    }

    [Fact]
    public async Task R3_paper_counts_the_same_when_it_was_typed_twice_alike()
    {
        var debate = await Map("Un banc ici", "Un banc là", "Pas de banc");
        var other = await Map("Un banc ici", "Un banc là", "Pas de banc");
        for (var n = 1; n <= 14; n++)
        {
            var votes = Enumerable.Range(1, 3).Select(s => new SheetVote(s, ((n * s) % 3) - 1)).ToList();
            foreach (var vote in votes)
            {
                (await Vote(debate, $"online {n}", vote.Statement, vote.Value)).Refusals.ShouldBeEmpty();
                if (n % 2 == 0) (await Vote(other, $"online {n}", vote.Statement, vote.Value)).Refusals.ShouldBeEmpty();
            }

            if (n % 2 == 0) continue;
            (await Sheet(other, n, votes)).Value!.Counts.ShouldBeFalse("one entry does not count");
            (await Sheet(other, n, votes)).Value!.Counts.ShouldBeTrue();
        }

        var (online, mixed) = (await Results(debate), await Results(other));
        mixed.People.ShouldBe(14);
        Telling(mixed).ShouldBe(Telling(online), "seven people on paper change nothing to the result, nor to the number of people");
    }

    [Fact]
    public async Task A_sheet_typed_differently_waits_says_where_and_never_counts_twice()
    {
        var debate = await Map("Un banc ici", "Un banc là");
        await Sheet(debate, 7, [new(1, 1), new(2, -1)]);
        var differs = (await Sheet(debate, 7, [new(1, 1), new(2, 1)])).Value!;
        (differs.Counts, differs.Differs.Single()).ShouldBe((false, 2));
        (await Sheet(debate, 7, [new(2, -1), new(1, 1)])).Value!.Counts.ShouldBeTrue("it agrees with the first");
        (await Sheet(debate, 7, [new(1, 1), new(2, -1)])).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opinions.sheet.counted");
        (await space.Read(db => db.Set<OpinionVoter>().CountAsync(v => v.DebateId == debate.Id))).ShouldBe(1);
        (await Sheet(debate, 0, [new(1, 1)])).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Number");
        (await Sheet(debate, 8, [new(1, 1), new(55, 1)])).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opinions.statement.gone");
        var page = await (await space.BrowseAs(Role.CounterAgent)).Open($"/debats/{debate.Slug}/avis/saisie");
        page.Words.ShouldContain("1 feuille comptée");
        (await page.Browser.Open($"/debats/{debate.Slug}/avis/papier?de=9&nombre=1")).Words.ShouldContain("Feuille n° 9");
    }

    [Fact]
    public async Task R5_nothing_is_told_of_fewer_people_than_the_threshold()
    {
        var debate = await Map("Un banc ici", "Un banc là");
        for (var n = 0; n < 10; n++) await Vote(debate, $"v{n}", 1, 1);
        var page = await space.Browse().Open($"/debats/{debate.Slug}/avis/resultats");
        page.Words.ShouldContain("Il manque encore 1 personne");
        page.Document.QuerySelector("#tableau").ShouldBeNull();
        await Vote(debate, "v10", 1, -1);
        page = await space.Browse().Open($"/debats/{debate.Slug}/avis/resultats");
        page.Document.QuerySelector("#tableau")!.TextContent.ShouldContain("91");
        page.Document.QuerySelector("#tableau")!.TextContent.ShouldContain("trop peu de réponses", customMessage: "nobody answered the second");
    }

    [Fact]
    public async Task What_is_proposed_is_moderated_with_reasons_that_all_read_and_may_be_appealed_once()
    {
        var debate = await Map("Un banc ici");
        var page = await space.Browse().Open($"/debats/{debate.Slug}/avis/affirmations");
        (await page.SendTo("?handler=Bring", ("Text", "un banc ICI"))).RefusalOf("Text").ShouldContain("affirmation 1");
        (await page.SendTo("?handler=Bring", ("Text", "Des bancs <script>partout</script>"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/debats/{debate.Slug}/avis/affirmations")).Words.ShouldNotContain("partout", customMessage: "a person reads it first");
        var statement = await Last(debate);
        (await Decide(statement, StatementState.Refused, "")).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await Decide(statement, StatementState.Merged, "Pareil", into: 99)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Into");
        (await Decide(statement, StatementState.Refused, "Hors du sujet")).Refusals.ShouldBeEmpty();
        var log = await space.Browse().Open($"/debats/{debate.Slug}/avis/affirmations");
        log.Words.ShouldContain("Hors du sujet");
        log.Text.ShouldNotContain("<script>partout");
        (await log.SendTo("?handler=Appeal", ("Appeal", "C’est bien le sujet"), ("StatementId", $"{statement.Id}"), ("Version", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Decide(statement, StatementState.Open, "")).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason", "an appeal is answered");
        (await Decide(statement, StatementState.Open, "Vous avez raison")).Refusals.ShouldBeEmpty();
        (await space.Browse().Open($"/debats/{debate.Slug}/avis/affirmations")).Words.ShouldContain("Vous avez raison");
        (await Vote(debate, "x", statement.Number, 1)).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_debate_is_answered_nobody_votes_any_more()
    {
        var debate = await Map("Un banc ici");
        await space.Tell(debate, (t, d) => t.Arbitrate(new(d.Id, d.Version, "Le banc ici", true), Register.As("elected"), default));
        (await space.Tell(debate, (t, d) => t.Answer(new(d.Id, d.Version, [.. d.ToAnswer.Select(i => new DebateAnswer(i.Id, AnswerKind.Retained, "oui"))]), Register.As("elected"), default))).Refusals.ShouldBeEmpty();
        (await Vote(await space.DebateNow(debate), "x", 1, 1)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("opinions.closed");
        (await space.Browse().Open($"/debats/{debate.Slug}/avis/resultats")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Shuffled_arrivals_and_ways_give_the_same_results() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var debate = Guid.CreateVersion7();
        var statements = Enumerable.Range(1, 8).Select(n => new OpinionStatement(debate, n, $"s{n}", StatementOrigin.Seeded)).ToList();
        var people = Enumerable.Range(0, 44).Select(p => Enumerable.Range(1, 8).Where(_ => random.NextDouble() < 0.8).Select(s => (Statement: s, Value: random.NextDouble() < (p % 2 == s % 2 ? 0.9 : 0.15) ? 1 : -1)).ToList()).ToList();
        OpinionResults Drawn(IEnumerable<int> order) => DrawOpinions.Draw(OpinionTable.Of(order.SelectMany((person, number) => people[person].Select(v => (number * 7919, v.Statement, v.Value)))), statements, 11, Instant.MinValue, default);
        var straight = Enumerable.Range(0, people.Count).ToArray();
        var shuffled = (int[])straight.Clone();
        random.Shuffle(shuffled);
        return Telling(Drawn(straight)) == Telling(Drawn(shuffled));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void The_next_statement_is_the_same_for_the_same_person_and_fair_between_statements()
    {
        NextStatement.Of([], "x").ShouldBeNull();
        NextStatement.Of([(4, 0)], "x").ShouldBe(4);
        var left = Enumerable.Range(1, 10).Select(n => (n, Seen: n <= 5 ? 0 : 9)).ToList();
        var shown = Enumerable.Range(0, 2_000).Select(i => NextStatement.Of(left, $"p{i}")!.Value).ToList();
        shown.ShouldBe(Enumerable.Range(0, 2_000).Select(i => NextStatement.Of(left, $"p{i}")!.Value));
        shown.Distinct().Count().ShouldBe(10, "nothing is forgotten");
        shown.Count(n => n <= 5).ShouldBeInRange(1_700, 1_900, "5 × 1 against 5 × 1/10: ten of eleven, within five standard deviations"); // 1818 expected
    }

    private static string Telling(OpinionResults r) => System.Text.Json.JsonSerializer.Serialize(new { r.People, r.Answers, r.Waits, r.GroupSizes, r.Hidden, r.Unites, r.Divides, r.Holds, r.All, r.TooFew, r.LittleSeen });

    private async Task<Debate> Map(params string[] statements)
    {
        var debate = await space.HasDebate();
        foreach (var text in statements) (await space.In(s => s.GetRequiredService<KeepStatements>().Bring(new(debate, text, Channel.Online), Host, default))).Refusals.ShouldBeEmpty();
        return debate;
    }

    private Task<OpinionStatement> Last(Debate debate) => space.Read(db => db.Set<OpinionStatement>().AsNoTracking().Where(s => s.DebateId == debate.Id).OrderByDescending(s => s.Number).FirstAsync());

    private async Task<Outcome> Decide(OpinionStatement statement, StatementState state, string reason, int? into = null)
    {
        var now = await space.Read(db => db.Set<OpinionStatement>().AsNoTracking().SingleAsync(s => s.Id == statement.Id));
        return await space.In(s => s.GetRequiredService<KeepStatements>().Decide(new(now.Id, now.Version, state, into, reason), Host, default));
    }

    private Task<Outcome> Vote(Debate debate, string who, int statement, int value) => space.In(s => s.GetRequiredService<CastVotes>().Handle(new(debate, Participant.KeyOf(debate.Id, who), statement, value), Actor.Anyone, default));

    private Task<Outcome<SheetAnswer>> Sheet(Debate debate, int number, IReadOnlyList<SheetVote> votes) => space.In(s => s.GetRequiredService<CastVotes>().Type(new(debate, number, votes), Host, default));

    private Task<OpinionResults> Results(Debate debate) => space.In(s => s.GetRequiredService<DrawOpinions>().Of(debate, default));
}

public sealed class OpinionOnSqlite(SqliteSpace space) : OpinionTests(space), IClassFixture<SqliteSpace>;

public sealed class OpinionOnPostgres(PostgresSpace space) : OpinionTests(space), IClassFixture<PostgresSpace>;
