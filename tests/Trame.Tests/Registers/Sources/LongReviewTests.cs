using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Sources;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Registers.Sources;

/// <summary>A long file is read outside the request: it can be left and come back to, stopped, and it survives a restart.</summary>
public abstract class LongReviewTests(TestSpace space)
{
    [Fact]
    public async Task A_long_file_does_not_hold_the_page_and_its_review_is_there_when_one_comes_back()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var waiting = await Long(browser, Register.Unique());
        waiting.Words.ShouldContain("Ce fichier est long");
        waiting.Words.ShouldContain("Cela va commencer");
        waiting.Document.QuerySelectorAll(".key-figure").Length.ShouldBe(0);
        await Run();
        var there = await browser.Open(waiting.Url);
        ImportReviewTests.Figure(there, "Nouveaux").ShouldBe(300);
        (await Waits(waiting)).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_restart_cut_short_is_begun_again()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var waiting = await Long(browser, Register.Unique());
        await Change(waiting, r => { r.Begin(r.AskedAt); r.Tell(0.25, 120, r.AskedAt + Duration.FromSeconds(40)); });
        var page = await browser.Open(waiting.Url);
        page.Words.ShouldContain("25 %");
        page.Words.ShouldContain("Encore 2 minutes environ");
        await Run();
        ImportReviewTests.Figure(await browser.Open(waiting.Url), "Nouveaux").ShouldBe(300);
    }

    [Fact]
    public async Task It_can_be_stopped_before_it_begins_and_while_it_runs()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var waiting = await Long(browser, Register.Unique());
        var stopped = await (await waiting.SendTo("handler=Cancel")).Follow();
        (await Waits(waiting)).ShouldBeNull();
        stopped.Words.ShouldContain("Recalculer");

        var again = await (await stopped.SendTo("handler=Again")).Follow();
        await Change(again, r => r.Begin(r.AskedAt));
        await (await browser.Open(again.Url)).SendTo("handler=Cancel");
        (await Waits(again)).ShouldNotBeNull().CancelledAt.ShouldNotBeNull();
        await Run();
        (await Waits(again)).ShouldBeNull();
        (await State(again)).ShouldBe(ImportState.Understood, "what was stopped has changed nothing");
    }

    [Fact]
    public async Task It_is_taken_in_and_taken_back_outside_the_request_in_the_name_of_who_asked()
    {
        var (browser, word) = (await space.BrowseAs(Role.Coordinator), Register.Unique());
        var waiting = await Long(browser, word);
        await Run();
        var applying = await (await (await browser.Open(waiting.Url)).SendTo("handler=Apply")).Follow();
        applying.Words.ShouldContain("tout ensemble ou pas du tout");
        (await Places(word)).ShouldBe((0, 0), "the request wrote nothing");
        await Run();
        (await Places(word)).ShouldBe((300, 0));
        var by = await space.Read(db => db.Set<Revision>().Where(r => r.SubjectType == "place" && r.Reason.Contains(word)).Select(r => r.PersonId).Distinct().ToListAsync());
        by.ShouldHaveSingleItem().ShouldNotBeNull();

        var undoing = await (await (await browser.Open(waiting.Url)).SendTo("handler=Undo")).Follow();
        undoing.Words.ShouldContain("Trame le reprend");
        await Run();
        (await Places(word)).ShouldBe((0, 300), "closed, never deleted");
        (await Waits(waiting)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_changed_since_somebody_asked_to_take_it_in_is_not_taken_in()
    {
        var (browser, word) = (await space.BrowseAs(Role.Coordinator), Register.Unique());
        var waiting = await Long(browser, word);
        await Run();
        await (await browser.Open(waiting.Url)).SendTo("handler=Apply");
        await space.Act(async db =>
        {
            (await db.Set<PlaceImport>().FirstAsync(i => i.Id == Id(waiting))).Decide("une clé", null);
            (await db.Save(default)).ThrowIfRefused();
        });
        await Run();
        (await Places(word)).ShouldBe((0, 0));
        (await browser.Open(waiting.Url)).Words.ShouldContain("Quelqu’un a changé cet import");
        (await Waits(waiting)).ShouldNotBeNull().PersonId.ShouldBeNull("what stays names nobody");
    }

    [Fact]
    public async Task What_somebody_corrects_meanwhile_is_read_again()
    {
        var waiting = await Long(await space.BrowseAs(Role.Coordinator), Register.Unique());
        var id = Id(waiting);
        var before = await space.Read(db => db.Set<PlaceImport>().AsNoTracking().FirstAsync(i => i.Id == id));
        await space.Act(async db =>
        {
            (await db.Set<PlaceImport>().FirstAsync(i => i.Id == id)).Decide("une clé", null);
            (await db.Save(default)).ThrowIfRefused();
        });
        (await space.In(s => s.GetRequiredService<ReviewImport>().Run(before, null, default))).Refusals.ShouldContain(Refusal.Conflict);
        await Run();
        (await State(waiting)).ShouldBe(ImportState.Reviewed);
    }

    [Fact]
    public async Task One_that_breaks_says_so_and_keeps_no_other_waiting()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var (broken, good) = (await Long(browser, Register.Unique()), await Long(browser, Register.Unique()));
        var id = Id(broken);
        await space.Act(db => db.Set<PlaceImport>().Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Packed, new byte[] { 1, 2, 3, 4 })));
        await Run();
        (await browser.Open(broken.Url)).Words.ShouldContain("L’import s’est arrêté");
        (await State(good)).ShouldBe(ImportState.Reviewed);
        (await Waits(broken)).ShouldNotBeNull().Trouble.ShouldNotBeEmpty();
        await space.Act(db => db.Set<ImportWork>().Where(r => r.ImportId == id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Two_places_that_resemble_are_compared_or_said_to_be_two_and_that_is_remembered()
    {
        var word = Register.Unique()[..9];
        await space.HasPlace($"Recyclerie du {word}", "mairie", ("address", "12 rue des Lilas"), ("phone", "04 70 55 66 77"));
        await space.HasPlace($"La Recyclerie {word}", "liste", ("address", "12, rue des lilas"), ("phone", "04 70 55 66 77"));
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open("/bureau/doublons");
        page.Words.ShouldContain(word);
        page.Words.ShouldContain("ressemblance");
        page.Document.QuerySelector("a[href*='/bureau/fusionner?garder=']").ShouldNotBeNull();
        (await page.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Open("/bureau/doublons")).Words.ShouldNotContain(word);
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/bureau/doublons")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Guid Id(Answer page) => Guid.Parse(page.Url.Split('/')[3]);

    private Task Run() => space.Services.GetRequiredService<RunImports>().Handle(space.Services.GetRequiredService<SpaceDirectory>().Find(TestSpace.Slug)!, TestContext.Current.CancellationToken);

    private Task<ImportWork?> Waits(Answer page) => space.Read(db => db.Set<ImportWork>().AsNoTracking().FirstOrDefaultAsync(r => r.ImportId == Id(page)));

    private Task<(int Open, int Closed)> Places(string word) => space.Read(async db =>
    {
        var found = await db.Set<Occasion>().Where(o => o.Name.Contains(word)).Select(o => o.Status).ToListAsync();
        return (found.Count(s => s == OccasionStatus.Open), found.Count(s => s == OccasionStatus.Closed));
    });

    private Task<ImportState> State(Answer page) => space.Read(db => db.Set<PlaceImport>().Where(i => i.Id == Id(page)).Select(i => i.State).FirstAsync());

    private Task Change(Answer page, Action<ImportWork> change) => space.Act(async db =>
    {
        change(await db.Set<ImportWork>().FirstAsync(r => r.ImportId == Id(page)));
        (await db.Save(default)).ThrowIfRefused();
    });

    // Few rows, each with a long cell that nobody reads: a long file, a quick test.
    private static async Task<Answer> Long(Browser browser, string word)
    {
        var padding = string.Concat(Enumerable.Repeat("abcdefghij ", 400));
        var csv = $"id;nom;commune;remplissage\n{string.Join('\n', Enumerable.Range(1, 300).Select(i => $"{word}{i};Lieu {word} {i};Yzeure;{padding}"))}\n";
        var columns = await (await ImportReviewTests.Give(browser, $"{word}.csv", csv)).Follow();
        return await (await ImportReviewTests.SendFields(columns, "id")).Follow();
    }
}

public sealed class LongReviewOnSqlite(SqliteSpace space) : LongReviewTests(space), IClassFixture<SqliteSpace>;

public sealed class LongReviewOnPostgres(PostgresSpace space) : LongReviewTests(space), IClassFixture<PostgresSpace>;
