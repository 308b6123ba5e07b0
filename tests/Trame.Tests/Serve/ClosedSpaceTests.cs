using System.Net;
using Npgsql;

namespace Trame.Tests.Serve;

/// <summary>A database that does not answer closes its space, says so, keeps no other space waiting, and is asked again.</summary>
public sealed class ClosedSpaceTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task A_file_that_is_not_there_is_waited_for_and_no_empty_one_is_made()
    {
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await _trame.Run("space", "create", "--commune", "03321")).Well();
        var file = Path.Combine(_trame.Data, "spaces", "moulins.sqlite");
        var away = file + ".ailleurs";
        File.Move(file, away);
        await using var trame = TrameProcess.Start(_trame.Data);
        var browser = await trame.Ready();

        (await browser.Open("/e/yzeure/")).Words.ShouldContain("Yzeure");
        var closed = await browser.Open("/e/moulins/");
        closed.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        closed.Words.ShouldContain("ne répond pas pour l’instant");
        closed.Words.ShouldNotContain(".sqlite");
        trame.Said.ShouldContain("moulins.sqlite");
        File.Exists(file).ShouldBeFalse();

        File.Move(away, file);
        await Until(browser, "/e/moulins/", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=trame;Database=trame;Timeout=2")]
    [InlineData("pas une connexion")]
    public async Task A_server_that_cannot_be_reached_closes_its_space_alone(string connection)
    {
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await _trame.Run("space", "create", "--commune", "03321")).Well();
        await using var trame = TrameProcess.Start(_trame.Data, ("TRAME__SPACES__moulins__POSTGRES", connection));
        var browser = await trame.Ready();
        (await browser.Open("/e/moulins/")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await browser.Open("/e/yzeure/")).Status.ShouldBe(HttpStatusCode.OK);
        (await _trame.With("TRAME__SPACES__moulins__POSTGRES", connection).Run("doctor")).Out.ShouldContain("la base ne répond pas");
    }

    [Fact]
    public async Task A_database_that_comes_later_opens_its_space_with_the_data_of_its_file()
    {
        Assert.SkipWhen(PostgresDatabase.Missing is not null, PostgresDatabase.Missing ?? "");
        (await _trame.Run("space", "create", "--commune", "03190", "--name", "Moulins d’avant")).Well();
        await using var postgres = await PostgresDatabase.Create();
        var name = new NpgsqlConnectionStringBuilder(postgres.Connection).Database!;
        await postgres.Drop();
        await using var trame = TrameProcess.Start(_trame.Data, ("TRAME__SPACES__moulins-d-avant__POSTGRES", postgres.Connection));
        var browser = await trame.Ready();
        var closed = await browser.Open("/");
        closed.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        closed.Words.ShouldNotContain(name);
        await postgres.CreateAgain();
        await Until(browser, "/", HttpStatusCode.OK);
        (await browser.Open("/")).Words.ShouldContain("Moulins d’avant");
    }

    private static async Task Until(Browser browser, string path, HttpStatusCode status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2)); // far beyond what it takes
        while ((await browser.Open(path)).Status != status) await Task.Delay(250, patience.Token);
    }
}
