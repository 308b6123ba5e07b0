using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Act.Commons;
using Trame.Foundation.Facts;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.Commons;

/// <summary>What people hold together: who may use it, rules that its users adopt, a notebook that is never rewritten.</summary>
public abstract class CommonsTests(TestSpace space)
{
    [Fact]
    public async Task A_place_becomes_a_commons_its_users_make_rules_and_the_old_ones_stay()
    {
        var place = await space.HasPlace($"Lavoir {Register.Unique()}");
        var path = $"/lieux/{place.Slug}/commun";
        (await space.Browse().Open(path)).Status.ShouldBe(HttpStatusCode.NotFound, "it is none yet");
        var desk = await space.BrowseAs(Role.Coordinator);
        (await (await desk.Open(path)).SendTo("handler=Describe", ("MayUse", " "))).RefusalOf("MayUse").ShouldContain("qui peut");
        var made = await (await (await desk.Open(path)).SendTo("handler=Describe", ("MayUse", "Tout le monde, le samedi"))).Follow();
        made.Words.ShouldContain("n’ont pas encore adopté de règles");
        (await made.SendTo("handler=Adopt", ("Rules", "On range."), ("Day", "2026-11-14"), ("People", "1"))).RefusalOf("People").ShouldContain("au moins à deux");
        (await made.SendTo("handler=Adopt", ("Rules", "On range."), ("Day", "2026-12-14"), ("People", "9"))).RefusalOf("Day").ShouldContain("pas encore venu");
        var ruled = await (await made.SendTo("handler=Adopt", ("Rules", "On range après soi."), ("Day", "2026-11-14"), ("People", "9"))).Follow();
        ruled.Words.ShouldContain("9 personnes étaient d’accord");
        (await made.SendTo("handler=Adopt", ("Rules", "Autre"), ("Day", "2026-11-14"), ("People", "9"))).Status.ShouldBe(HttpStatusCode.Conflict, "somebody wrote meanwhile");
        await ruled.SendTo("handler=Adopt", ("Rules", "On range, et on balaie."), ("Day", "2026-11-18"), ("People", "12"));
        var seen = await space.Browse().Open(path);
        seen.Words.ShouldContain("et on balaie");
        seen.Words.ShouldContain("On range après soi.", Case.Sensitive, "the rules before stay among the decisions");
        seen.Document.QuerySelector("form[action*='handler=Adopt']").ShouldBeNull("a visitor reads");
        (await space.Browse().Open("/communs")).Words.ShouldContain(place.Name);
        (await space.Browse().Open($"/lieux/{place.Slug}")).Document.QuerySelector($"a[href$='{path}']").ShouldNotBeNull();
        (await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == place.Id && f.Kind.StartsWith("commons.")).OrderBy(f => f.RecordedAt).Select(f => f.Kind).ToListAsync())).ShouldBe(["commons.opened", "commons.decided", "commons.decided"]);
    }

    [Fact]
    public async Task What_is_to_look_after_waits_is_late_and_is_done_once()
    {
        var place = await space.HasPlace($"Serre {Register.Unique()}");
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await (await (await desk.Open($"/lieux/{place.Slug}/commun")).SendTo("handler=Describe", ("MayUse", "Les jardiniers"))).Follow();
        (await page.SendTo("handler=Note", ("What", ""), ("NoteDay", "2026-11-01"))).RefusalOf("What").ShouldContain("Dites quoi");
        (await page.SendTo("handler=Note", ("What", "Vidanger"), ("NoteDay", "2026-11-01"), ("DueOn", "2026-10-01"))).RefusalOf("DueOn").ShouldContain("avant le jour");
        page = await (await page.SendTo("handler=Note", ("Kind", "upkeep"), ("What", "Vidanger la cuve"), ("NoteDay", "2026-11-01"), ("DueOn", "2026-11-15"))).Follow();
        page.Document.QuerySelector("#entretien .late").ShouldNotBeNull();
        (await space.Browse().Open("/communs")).Words.ShouldContain("une chose attend");
        await page.SendTo("handler=Done");
        await page.SendTo("handler=Done");
        (await space.Browse().Open(page.Url)).Words.ShouldContain("fait le");
        (await space.Read(db => db.Set<Fact>().CountAsync(f => f.SubjectId == place.Id && f.Kind == CommonsFacts.LookedAfter.Key))).ShouldBe(1);
        (await (await space.BrowseAs(Role.Coordinator)).Open("/lieux/nulle-part/commun")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class CommonsOnSqlite(SqliteSpace space) : CommonsTests(space), IClassFixture<SqliteSpace>;

public sealed class CommonsOnPostgres(PostgresSpace space) : CommonsTests(space), IClassFixture<PostgresSpace>;
