using System.Text.Json;

namespace Trame.Tests.Observe.Indicators;

public sealed class SuppressVerbTests : IDisposable
{
    private const string Streets = """
        RUE,AGE,N
        Total,Total,142
        Total,jeunes,62
        Total,anciens,80
        Nord,Total,22
        Nord,jeunes,2
        Nord,anciens,20
        Sud,Total,60
        Sud,jeunes,30
        Sud,anciens,30
        Est,Total,60
        Est,jeunes,30
        Est,anciens,30
        """;

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    private string[] Words(string text, params string[] more) => ["suppress", .. more.Take(more is ["audit", ..] ? 1 : 0), _trame.Write("rues.csv", text), "--dims", "RUE,AGE", "--count", "N", .. more.Skip(more is ["audit", ..] ? 1 : 0)];

    [Fact]
    public async Task One_sensitive_cell_takes_three_others_and_it_is_proved()
    {
        var told = (await _trame.Bare(Words(Streets, "--threshold", "11", "--json"))).Well();
        var answer = JsonDocument.Parse(told.Out).RootElement;
        var primary = answer.GetProperty("primary").EnumerateArray().ShouldHaveSingleItem();
        (primary.GetProperty("RUE").GetString(), primary.GetProperty("AGE").GetString()).ShouldBe(("Nord", "jeunes"));
        answer.GetProperty("secondary").GetArrayLength().ShouldBe(3);
        answer.GetProperty("optimal").GetBoolean().ShouldBeTrue();
        answer.GetProperty("bound").GetDouble().ShouldBe(3);
        answer.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);

        var pattern = _trame.Write("masque.json", told.Out);
        var audit = JsonDocument.Parse((await _trame.Bare(Words(Streets, "audit", "--pattern", pattern, "--json"))).Well().Out).RootElement;
        audit.GetProperty("protected").GetBoolean().ShouldBeTrue();
        audit.GetProperty("cells").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task A_pattern_that_gives_the_cell_away_is_told()
    {
        var pattern = _trame.Write("masque.json", """{"primary":[{"RUE":"Nord","AGE":"jeunes"}],"secondary":[]}""");
        var cell = JsonDocument.Parse((await _trame.Bare(Words(Streets, "audit", "--pattern", pattern, "--json"))).Well().Out).RootElement.GetProperty("cells").EnumerateArray().ShouldHaveSingleItem();
        cell.GetProperty("protected").GetBoolean().ShouldBeFalse();
        cell.GetProperty("lower").GetDouble().ShouldBe(2, 1e-6);
        cell.GetProperty("upper").GetDouble().ShouldBe(2, 1e-6);
    }

    [Fact]
    public async Task What_is_wrong_has_its_line_and_column_on_one_line()
    {
        (await _trame.Bare(Words(Streets.Replace("Sud,jeunes,30", "Sud,jeunes,trente", StringComparison.Ordinal)))).Refused("rues.csv, ligne 9, colonne N").ErrorLines.Count.ShouldBe(1);
        (await _trame.Bare(Words(Streets.Replace("Sud,Total,60", "Sud,Total,61", StringComparison.Ordinal)))).Refused("rues.csv, ligne 2", "143 ≠ 142");
        (await _trame.Bare(Words(Streets, "--protection", "2"))).Refused("--protection");
        (await _trame.Bare(Words(Streets, "--dominance", "0.85"))).Refused("--max");
    }
}
