using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Registers.Sources;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.People;

public abstract class LeaveTests(TestSpace space)
{
    [Fact]
    public async Task Everything_about_me_holds_a_row_of_every_table_that_leads_to_a_person_and_no_hash()
    {
        var (browser, id) = await HasLived("Dominique");
        var file = await (await browser.Open("/moi/donnees")).Send(("form", "json"));
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var all = JsonDocument.Parse(file.Text);
        var tables = await space.Read(db => Task.FromResult(PersonColumns.Of(db.Model).Select(c => c.Table.GetTableName()!).Distinct().ToList()));
        foreach (var table in tables) all.RootElement.GetProperty(table).GetArrayLength().ShouldBeGreaterThan(0, table);
        var hashes = await space.Read(async db => (await db.Set<SignIn>().Where(w => w.PersonId == id).Select(w => w.Secret).ToListAsync()).Concat(await db.Set<Session>().Where(s => s.PersonId == id).Select(s => s.TokenHash).ToListAsync()));
        foreach (var hash in hashes) file.Text.ShouldNotContain(hash);
        (await (await browser.Open("/moi/donnees")).Send(("form", "page"))).Words.ShouldContain("Dominique");
    }

    [Fact]
    public async Task Who_leaves_is_nowhere_left_and_their_browser_is_out()
    {
        var (browser, id) = await HasLived("Maxence Durand");
        (await (await browser.Open("/moi/partir")).Send()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await browser.Open("/moi/partir")).Send(("Sure", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await LinksTo(id)).ShouldBeEmpty();
        (await Saying("Maxence Durand")).ShouldBeEmpty();
        (await browser.Open("/moi")).Location.ShouldBe("/entrer?retour=%2Fmoi");
    }

    [Fact]
    public async Task A_restored_copy_forgets_again_who_had_left()
    {
        var (browser, id) = await HasLived("Ancienne Copie");
        await (await browser.Open("/moi/partir")).Send(("Sure", "true"));
        await space.Act(async db => // what an older copy of the space would bring back
        {
            await db.Set<Person>().Where(p => p.Id == id).ExecuteDeleteAsync();
            var back = new Person("Ancienne Copie", "fr", db.Now) { Id = id };
            back.ReachBy([new ContactChannel("mobile", "06 00 00 00 00", "")]);
            db.Add(back);
            db.Add(new SignIn(id, SignInKind.Password, "ancienne-copie", "x", db.Now));
            await db.Save(default);
        });
        var directory = space.Services.GetRequiredService<SpaceDirectory>();
        await space.Services.GetRequiredService<PrepareSpace>().Handle(directory.Find(TestSpace.Slug)!, TestContext.Current.CancellationToken);
        (await LinksTo(id)).ShouldBeEmpty();
        (await space.Read(db => db.Set<Person>().SingleAsync(p => p.Id == id))).ErasedAt.ShouldNotBeNull();
        directory.Tombstones().ShouldNotContain(id.ToString());
        directory.Tombstones().ShouldAllBe(mark => !mark.Contains(id.ToString("N"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_purge_follows_the_clock_and_a_dry_run_forgets_nothing()
    {
        var (_, dormant) = await HasLived("Endormi");
        await space.Act(async db =>
        {
            db.Add(new Session(dormant, $"vieille-{dormant}", db.Now - Duration.FromDays(40), db.Now - Duration.FromDays(8)));
            db.Add(new SecurityEvent(SecurityWord.SignedIn, null, null, "ancien", db.Now - Duration.FromDays(370)));
            db.Add(new SecurityEvent(SecurityWord.SignedIn, null, null, "recent", db.Now - Duration.FromDays(360)));
            await db.Save(default);
        });
        (await Purge(dryRun: true)).Single(l => l.Rule == Retention.Session).Rows.ShouldBe(1);
        (await Purge(dryRun: true)).Single(l => l.Rule == Retention.SecurityJournal).Rows.ShouldBe(1);
        await Purge(dryRun: false);
        (await space.Read(db => db.Set<SecurityEvent>().Where(e => e.Detail == "ancien" || e.Detail == "recent").Select(e => e.Detail).ToListAsync())).ShouldBe(["recent"]);
        (await space.Read(db => db.Set<Session>().AnyAsync(s => s.TokenHash == $"vieille-{dormant}"))).ShouldBeFalse();

        await space.Act(db => db.Set<Person>().Where(p => p.Id == dormant).ExecuteUpdateAsync(p => p.SetProperty(x => x.LastSeenAt, db.Now - Duration.FromDays(3 * 366))));
        await Purge(dryRun: false);
        (await LinksTo(dormant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_privacy_prints_every_rule_that_the_purge_obeys()
    {
        var page = await space.Browse().Open("/confidentialite");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(Retention.All.Count);
        page.Words.ShouldNotContain("[privacy.");
        space.Services.GetServices<IPurge>().Select(p => p.Rule).Distinct().ShouldBe(Retention.All.Where(r => r.HowLong is not null), ignoreOrder: true);
    }

    // Someone with a row in every table that can lead to a person.
    private async Task<(Browser, Guid)> HasLived(string name)
    {
        var browser = await space.BrowseAs(Role.Observer, name);
        await (await browser.Open("/moi/carte")).Send();
        var id = await space.Read(db => db.Set<Person>().Where(p => p.DisplayName == name).Select(p => p.Id).SingleAsync());
        await space.Act(async db =>
        {
            db.Author = new Author(id, name);
            (await db.Set<Territory>().FirstAsync(t => t.Id == space.CommuneId)).PlaceAt(46.5 + (Random(id) / 1000d), 3.3, name);
            (await db.Save(default)).Accepted.ShouldBeTrue();
            db.Add(new RoleGrant(id, Role.Member, space.CommuneId, name, db.Now));
            db.Add(new SecurityEvent(SecurityWord.RoleGiven, id, id, "member", db.Now));
            var import = new PlaceImport("liste.csv", [1], new ColumnMap(), "liste", db.Now);
            var work = new ImportWork(import.Id, ImportStep.Apply, 1, new Actor(id, name, new HashSet<(string, Guid?)>(), Channel.Online), db.Now);
            db.Add(import);
            db.Add(work);
            await db.Save(default);
        });
        return (browser, id);
    }

    private static int Random(Guid id) => id.ToByteArray()[^1];

    private Task<List<string>> LinksTo(Guid id) => space.Read(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in PersonColumns.Of(db.Model).Where(c => c.Table.ClrType != typeof(Person)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM {table.GetTableName()} WHERE {column.GetColumnName()} = @id";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", db.Provider == Provider.Sqlite ? id.ToByteArray(bigEndian: true) : id);
            command.Parameters.Add(parameter);
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0) found.Add($"{table.GetTableName()}.{column.GetColumnName()}");
        }

        return found;
    });

    private Task<List<string>> Saying(string name) => space.Read(async db =>
    {
        var by = await db.Set<Revision>().Where(r => r.By == name).Select(r => "revision").ToListAsync();
        by.AddRange(await db.Set<RoleGrant>().Where(g => g.GrantedBy == name).Select(g => "role_grant").ToListAsync());
        by.AddRange(await db.Set<Person>().Where(p => p.DisplayName == name).Select(p => "person").ToListAsync());
        return by;
    });

    private Task<IReadOnlyList<PurgeSpace.Line>> Purge(bool dryRun) => space.Read(db => space.Services.GetRequiredService<PurgeSpace>().Handle(db, dryRun, default));
}

public sealed class LeaveOnSqlite(SqliteSpace space) : LeaveTests(space), IClassFixture<SqliteSpace>;

public sealed class LeaveOnPostgres(PostgresSpace space) : LeaveTests(space), IClassFixture<PostgresSpace>;
