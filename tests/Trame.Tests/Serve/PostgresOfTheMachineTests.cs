using System.Net;
using Npgsql;

namespace Trame.Tests.Serve;

/// <summary>A variable of the machine puts a space on PostgreSQL: a new one from its first start, one that was in a file with its data.</summary>
public sealed class PostgresOfTheMachineTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task The_space_lives_there_from_its_first_start_and_a_database_that_goes_away_is_told_without_insides()
    {
        await using var postgres = await PostgresDatabase.Create();
        _trame.With("TRAME__SPACES__moulins__POSTGRES", postgres.Connection);
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await _trame.Run("space", "list")).Out.ShouldContain("\tpostgres\t");
        Directory.GetFiles(Path.Combine(_trame.Data, "spaces")).ShouldBeEmpty();

        await using var trame = TrameProcess.Start(_trame.Data, ("TRAME__SPACES__moulins__POSTGRES", postgres.Connection));
        var browser = await trame.Ready();
        (await browser.Open("/")).Words.ShouldContain("Moulins");
        await postgres.Drop();
        var broken = await browser.Open("/occasions");
        broken.Status.ShouldBe(HttpStatusCode.InternalServerError);
        broken.Words.ShouldNotContain("Npgsql");
        broken.Words.ShouldNotContain(new NpgsqlConnectionStringBuilder(postgres.Connection).Database!);
        broken.Words.ShouldContain("réessayez");
        (await browser.Http.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK); // the process lives: other spaces answer
    }

    [Fact]
    public async Task A_space_that_is_in_a_file_goes_there_at_the_next_start_with_its_data_and_can_come_back()
    {
        await using var postgres = await PostgresDatabase.Create();
        (await _trame.Run("space", "create", "--commune", "03190", "--name", "Moulins d’avant")).Well();
        var connection = new NpgsqlConnectionStringBuilder(postgres.Connection) { Password = "un-secret" }.ToString();
        await using (var trame = TrameProcess.Start(_trame.Data, ("TRAME__SPACES__moulins-d-avant__POSTGRES", connection)))
        {
            var browser = await trame.Ready();
            (await browser.Open("/")).Words.ShouldContain("Moulins d’avant");
        }

        (await File.ReadAllTextAsync(Path.Combine(_trame.Data, "directory.sqlite"), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken)).ShouldNotContain("un-secret");
        (await _trame.Run("space", "list")).Out.ShouldContain("\tpostgres\t"); // without the setting, the directory knows where it is
        (await _trame.Run("space", "move", "moulins-d-avant", "--to", "sqlite", "--connection", connection)).Well().Out.ShouldContain("territory");
        (await _trame.Run("space", "list")).Out.ShouldContain("\tsqlite\t");
    }
}
