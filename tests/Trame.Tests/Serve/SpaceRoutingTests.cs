using System.Net;

namespace Trame.Tests.Serve;

/// <summary>Which space answers: by the name of the host, by the prefix of the path, or none, which is said with what to do.</summary>
public sealed class SpaceRoutingTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task A_space_answers_at_its_host_whatever_the_case_and_at_its_prefix()
    {
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await _trame.Run("space", "create", "--commune", "03321")).Well();
        (await _trame.Run("space", "host", "yzeure", "Yzeure.example")).Well();
        (await _trame.Run("space", "host", "moulins", "yzeure.example")).Refused("yzeure.example", "yzeure");
        (await _trame.Run("space", "host", "moulins", "pas un hôte")).Refused("pas un hôte");
        (await _trame.Run("space", "list")).Out.ShouldContain("\tyzeure.example\t");
        await using var trame = TrameProcess.Start(_trame.Data);
        var browser = await trame.Ready();

        (await Ask(browser, "/", "YZEURE.example")).Words.ShouldContain("Yzeure");
        (await Ask(browser, "/", "ailleurs.example")).Words.ShouldContain("Moulins"); // the first space, at the root
        (await Ask(browser, "/e/yzeure/", "ailleurs.example")).Words.ShouldContain("Yzeure");
        var lost = await Ask(browser, "/e/nulle-part/", "ailleurs.example");
        lost.Status.ShouldBe(HttpStatusCode.NotFound);
        lost.Words.ShouldContain("Cet espace n’existe pas");
        lost.Words.ShouldContain("Moulins");

        (await _trame.Run("space", "archive", "yzeure")).Well();
        (await Ask(browser, "/e/yzeure/", "ailleurs.example")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Ask(browser, "/", "yzeure.example")).Words.ShouldNotContain("Yzeure :");
    }

    [Fact]
    public async Task Without_a_space_the_page_says_how_to_open_one_and_then_shows_it()
    {
        await using var trame = TrameProcess.Start(_trame.Data);
        var browser = await trame.Ready();
        var empty = await Ask(browser, "/", "127.0.0.1");
        empty.Status.ShouldBe(HttpStatusCode.NotFound);
        empty.Words.ShouldContain("trame space create --epci");
        (await _trame.Run("space", "create", "--commune", "03190")).Well();
        (await Ask(browser, "/", "127.0.0.1")).Words.ShouldContain("Moulins");
    }

    private static async Task<(HttpStatusCode Status, string Words)> Ask(Browser browser, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var answer = await browser.Http.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
