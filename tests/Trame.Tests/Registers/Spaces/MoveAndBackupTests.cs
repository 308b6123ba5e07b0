using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Trame.Registers.Spaces;
using Trame.Tests.Foundation.Pictures;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Registers.Spaces;

public abstract class MoveAndBackupTests(TestSpace space)
{
    private static readonly FactKind Held = new("moment.held");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SpaceDirectory SpaceList => space.Services.GetRequiredService<SpaceDirectory>();

    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task A_backup_restored_elsewhere_holds_the_same_rows_and_figures()
    {
        await Live();
        var folder = Directory.CreateTempSubdirectory("trame-backup-").FullName;
        var file = Path.Combine(folder, "copie.sqlite");
        var here = SpaceList.Find(TestSpace.Slug)!;
        (await space.Services.GetRequiredService<BackupSpace>().Handle(here, file, Stop)).Accepted.ShouldBeTrue();
        (await space.Services.GetRequiredService<BackupSpace>().Handle(here, file, Stop)).Refusals[0].TextKey.ShouldBe("spaces.backup.exists");
        var slug = $"copie-{Guid.CreateVersion7():N}"[..20];
        var restored = await space.Services.GetRequiredService<RestoreSpace>().Handle(file, slug, Stop);
        restored.Accepted.ShouldBeTrue();
        restored.Value!.KeptAside.ShouldBeNull();
        var databases = space.Services.GetRequiredService<SpaceDatabases>();
        await using var before = databases.Open(here);
        await using var after = databases.Open(SpaceList.Find(slug)!);
        (await RebuildReadModels.Fingerprint(after, Stop)).ShouldBe(await RebuildReadModels.Fingerprint(before, Stop));
        (await Search(after)).ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_carries_the_photos_and_a_restore_brings_them()
    {
        var place = await space.HasPlace("Gare");
        (await space.In(s => s.GetRequiredService<AddPhoto>().Handle(new(place.Id, 1, SamplePictures.Webp, "Le quai", "mairie", true), Register.As("coordinator"), Stop))).Refusals.ShouldBeEmpty();
        var folder = Directory.CreateTempSubdirectory("trame-photos-").FullName;
        var file = Path.Combine(folder, "copie.sqlite");
        (await space.Services.GetRequiredService<BackupSpace>().Handle(SpaceList.Find(TestSpace.Slug)!, file, Stop)).Accepted.ShouldBeTrue();
        (await space.Services.GetRequiredService<RestoreSpace>().Handle(file, "gare", Stop)).Accepted.ShouldBeTrue();
        var databases = space.Services.GetRequiredService<SpaceDatabases>();
        await using var restored = databases.Open(SpaceList.Find("gare")!);
        restored.Set<PhotoFile>().Single(f => f.OccasionId == place.Id).Bytes.ShouldBe(SamplePictures.Webp);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_restore_puts_back_what_was_and_keeps_what_is_aside()
    {
        await Live();
        var file = Path.Combine(Directory.CreateTempSubdirectory("trame-backup-").FullName, "copie.sqlite");
        (await space.Services.GetRequiredService<BackupSpace>().Handle(SpaceList.Find(TestSpace.Slug)!, file, Stop)).Accepted.ShouldBeTrue();
        var places = await space.Read(db => Task.FromResult(db.Set<Place>().Count()));
        await Live();
        (await space.Read(db => Task.FromResult(db.Set<Place>().Count()))).ShouldBe(places + 1);
        var restored = await space.Services.GetRequiredService<RestoreSpace>().Handle(file, TestSpace.Slug, Stop);
        restored.Value.ShouldNotBeNull().KeptAside.ShouldNotBeNull();
        (await space.Read(db => Task.FromResult(db.Set<Place>().Count()))).ShouldBe(places);
    }

    [Fact]
    public async Task Who_left_after_a_backup_was_made_is_still_gone_when_it_is_restored()
    {
        var browser = await space.BrowseAs(Trame.Registers.People.Role.Host, "Partie Depuis");
        var file = Path.Combine(Directory.CreateTempSubdirectory("trame-backup-").FullName, "copie.sqlite");
        (await space.Services.GetRequiredService<BackupSpace>().Handle(SpaceList.Find(TestSpace.Slug)!, file, Stop)).Accepted.ShouldBeTrue();
        (await (await browser.Open("/moi/partir")).Send(("Sure", "true"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await space.Services.GetRequiredService<RestoreSpace>().Handle(file, TestSpace.Slug, Stop)).Accepted.ShouldBeTrue();
        (await space.Read(db => Task.FromResult(db.Set<Trame.Registers.People.Person>().Any(p => p.DisplayName == "Partie Depuis")))).ShouldBeFalse();
        (await space.Read(db => Task.FromResult(db.Set<Trame.Registers.People.RoleGrant>().Count(g => g.Role == Trame.Registers.People.Role.Host)))).ShouldBe(0);
        (await browser.Open("/moi")).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ceci n'est pas une base de données, mais une lettre assez longue pour en avoir l'air, au moins de loin, au moins la nuit")]
    public async Task What_is_not_a_backup_is_refused_and_changes_nothing(string text)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text, Stop);
        (await space.Services.GetRequiredService<RestoreSpace>().Handle(file, TestSpace.Slug, Stop)).Refusals[0].TextKey.ShouldBe("spaces.restore.not-trame");
        (await space.Services.GetRequiredService<RestoreSpace>().Handle(file + ".absent", TestSpace.Slug, Stop)).Refusals[0].TextKey.ShouldBe("spaces.restore.no-file");
        File.Delete(file);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_data_as_they_were_and_says_where_the_copy_is()
    {
        await Live();
        var here = SpaceList.Find(TestSpace.Slug)!;
        var before = await space.Read(db => Task.FromResult(db.Set<Place>().Count()));
        var last = Migrator.For(space.Provider)[^1].Number;
        var broken = new Migrator.Migration(last + 1, "broken", "CREATE TABLE half_made (id INTEGER); UPDATE occasion SET name = 'perdu'; INSERT INTO no_such_table VALUES (1)");
        var services = space.Services;
        var prepare = new PrepareSpace(services.GetRequiredService<SpaceDatabases>(), services.GetRequiredService<DataFolder>(), [], services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<PrepareSpace>>()) { Migrations = p => [.. Migrator.For(p), broken] };
        var told = await Should.ThrowAsync<InvalidOperationException>(() => prepare.Handle(here, Stop));
        told.Message.ShouldContain("its data are as they were");
        told.Message.ShouldContain("copy:");
        (await space.Read(db => Migrator.Applied(db, Stop))).ShouldBe(last);
        (await space.Read(db => Task.FromResult(db.Set<Place>().Count(p => p.Name != "perdu")))).ShouldBe(before);
        var half = () => space.Act(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "SELECT COUNT(*) FROM half_made", Stop));
        await Should.ThrowAsync<System.Data.Common.DbException>(half);
    }

    private async Task Live() => await space.Act(async db =>
    {
        var place = new Place("Jardin du Pré-Bercy", $"jardin-{Guid.CreateVersion7():N}", space.CommuneId, "essai", db.Now);
        db.Add(place);
        db.Add(new Fact(Held, space.CommuneId, Channel.Paper, db.Now) { PlaceId = place.Id, SubjectType = "occasion", SubjectId = Guid.CreateVersion7(), Count = 14, Marginals = [new("age", "60-74", 5)] });
        (await db.Save(Stop)).Accepted.ShouldBeTrue();
    });

    // The index lives beside the tables of the model: a copy that forgot it would find nothing.
    private static async Task<long> Search(TrameDb db)
    {
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnectionAsync(db.Database, Stop);
        await using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
        command.CommandText = "SELECT MIN(1, COUNT(*)) FROM occasion_fts WHERE occasion_fts MATCH 'jardin'";
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}

public sealed class MoveAndBackupOnSqlite(SqliteSpace space) : MoveAndBackupTests(space), IClassFixture<SqliteSpace>;

public sealed class MoveAndBackupOnPostgres(PostgresSpace space) : MoveAndBackupTests(space), IClassFixture<PostgresSpace>;

/// <summary>There and back again, through the command line.</summary>
public sealed class MoveSpaceTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task A_space_goes_to_postgres_and_comes_back_with_the_same_rows_and_the_same_fingerprint()
    {
        await using var postgres = await PostgresDatabase.Create();
        (await _trame.Run("demo", "--occasions", "60", "--facts", "400")).Well();
        var first = Fingerprint((await _trame.Run("facts", "rebuild")).Well());
        await InFile("INSERT INTO photo_file (id, occasion_id, kind, bytes, created_at) SELECT randomblob(16), id, 'webp', $bytes, 0 FROM occasion LIMIT 1", ("$bytes", SamplePictures.Webp));
        var there = (await _trame.Run("space", "move", "moulins", "--to", "postgres", "--connection", postgres.Connection)).Well();
        (await _trame.Run("space", "list")).Out.ShouldContain("\tpostgres\t");
        Fingerprint((await _trame.Run("facts", "rebuild")).Well()).ShouldBe(first);
        await using (var source = NpgsqlDataSource.Create(postgres.Connection))
        await using (var ask = source.CreateCommand("SELECT bytes FROM photo_file"))
            (await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(SamplePictures.Webp);
        var copy = Path.Combine(_trame.Folder, "de-postgres.sqlite");
        (await _trame.Run("backup", "--to", copy)).Well();
        var back = (await _trame.Run("space", "move", "moulins", "--to", "sqlite")).Well();
        Fingerprint((await _trame.Run("facts", "rebuild")).Well()).ShouldBe(first);
        Counts(back).ShouldBe(Counts(there));
        Counts(back).ShouldContain(c => c.StartsWith("fact ", StringComparison.Ordinal) && !c.EndsWith(" 0", StringComparison.Ordinal));
        (await InFile("SELECT bytes FROM photo_file")).ShouldBe(SamplePictures.Webp);
        (await _trame.Run("restore", copy, "--space", "copie")).Well();
        Fingerprint((await _trame.Run("facts", "rebuild", "--space", "copie")).Well()).ShouldBe(first);
        (await _trame.Run("space", "move", "moulins", "--to", "sqlite")).Refused("rien à faire");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_and_nothing_moves()
    {
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await _trame.Run("space", "move", "moulins", "--to", "postgres", "--connection", "Host=127.0.0.1;Port=1;Database=rien;Timeout=2")).Refused("--connection");
        (await _trame.Run("space", "move", "moulins", "--to", "postgres", "--connection", "n'importe quoi")).Refused("--connection");
        (await _trame.Run("space", "move", "moulins", "--to", "postgres")).Refused("TRAME__SPACES__moulins__POSTGRES");
        (await _trame.Run("space", "move", "ailleurs", "--to", "postgres", "--connection", "Host=x")).Refused("ailleurs");
        (await _trame.Run("space", "list")).Out.ShouldContain("\tsqlite\t");
    }

    // A photo as the database keeps it: the round trip must give back every byte.
    private async Task<object?> InFile(string sql, params (string Name, object Value)[] with)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_trame.Data, "spaces", "moulins.sqlite")};Mode=ReadWrite;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in with) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static string Fingerprint(CommandLine.Told told) => told.Out.Trim().Split(' ')[^1];

    private static IReadOnlyList<string> Counts(CommandLine.Told told) =>
        [.. told.Out.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length == 3 && long.TryParse(c[1], out _)).Select(c => $"{c[0]} {c[1]} {c[2]}")];
}
