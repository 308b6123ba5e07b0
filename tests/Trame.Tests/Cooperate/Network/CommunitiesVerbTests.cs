using System.Text.Json;

namespace Trame.Tests.Cooperate.Network;

public sealed class CommunitiesVerbTests : IDisposable
{
    private const string TwoTriangles = "source,target,weight\nA,B,1\nB,C,1\nA,C,1\nD,E,1\nE,F,1\nD,F,1\nC,D,1\n";

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    private async Task<JsonElement> Json(params string[] words) => JsonDocument.Parse((await _trame.Bare(["communities", .. words, "--json"])).Well().Out).RootElement;

    [Fact]
    public async Task Two_triangles_are_two_communities()
    {
        var answer = await Json(_trame.Write("liens.csv", TwoTriangles));
        answer.GetProperty("quality").GetDouble().ShouldBe((6 / 7.0) - 0.5, 1e-12);
        answer.GetProperty("stability").GetDouble().ShouldBe(1, 1e-12);
        answer.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        var communities = answer.GetProperty("communities");
        communities.GetProperty("A").GetInt32().ShouldBe(communities.GetProperty("C").GetInt32());
        communities.GetProperty("D").GetInt32().ShouldBe(communities.GetProperty("F").GetInt32());
        communities.GetProperty("A").GetInt32().ShouldNotBe(communities.GetProperty("F").GetInt32());
    }

    [Fact]
    public async Task The_Potts_model_the_resolution_and_no_weights_are_taken()
    {
        var file = _trame.Write("liens.csv", TwoTriangles.Replace(",weight", "", StringComparison.Ordinal).Replace(",1\n", "\n", StringComparison.Ordinal));
        (await Json(file, "--quality", "cpm", "--resolution", "0.5", "--seed", "3", "--runs", "1")).GetProperty("quality").GetDouble().ShouldBe(2 * 2 * (3 - (0.5 * 3)), 1e-12);
        (await Json(file, "--quality", "cpm")).GetProperty("resolution").GetDouble().ShouldBe(14 / 30.0, 1e-12);
        (await Json(file, "--resolution", "0")).GetProperty("count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Without_json_a_person_reads_it()
    {
        var told = (await _trame.Bare("communities", _trame.Write("liens.csv", TwoTriangles))).Well().Out;
        told.ShouldContain("6 nœuds, 7 liens : 2 communautés");
        told.ShouldContain("A, B, C");
    }

    [Fact]
    public async Task Two_divisions_are_compared()
    {
        var (a, b) = (_trame.Write("a.csv", "node,community\nx,0\ny,0\nz,0\nu,1\nv,1\nw,1\n"), _trame.Write("b.csv", "node,community\nw,c\nv,c\nu,b\nz,b\ny,a\nx,a\n"));
        var answer = await Json("compare", a, b);
        answer.GetProperty("nmi").GetDouble().ShouldBe(2 * (2 / 3.0 * Math.Log(2)) / (Math.Log(2) + Math.Log(3)), 1e-12);
        answer.GetProperty("ari").GetDouble().ShouldBe(0.2424, 1e-4);
        (await Json("compare", a, a)).GetProperty("ami").GetDouble().ShouldBe(1);
        (await _trame.Bare("communities", "compare", a, b)).Well().Out.ShouldContain("0,242");
        (await _trame.Bare("communities", "compare", a, _trame.Write("c.csv", "node,community\nx,0\n"))).Refused("a.csv, ligne 3, colonne 1", "« y » n’est pas dans c.csv");
        (await _trame.Bare("communities", "compare", a, _trame.Write("d.csv", "node,community\nx,0\nx,1\n"))).Refused("d.csv, ligne 3, colonne 1", "une seule ligne");
    }

    [Theory]
    [InlineData("C,D,1", "C,D,-1", "ligne 8, colonne 3", "0 ou plus")]
    [InlineData("C,D,1", "C,D,lourd", "ligne 8, colonne 3", "écrivez")]
    [InlineData("C,D,1", "C,,1", "ligne 8, colonne 2", "complétez")]
    [InlineData("C,D,1", "C,D,1,7", "ligne 8, colonne 1", "cellules")]
    [InlineData("source,target", "from,to", "ligne 1, colonne 3", "« source » manque")]
    public async Task What_is_wrong_is_said_with_its_line_its_column_and_its_remedy(string right, string wrong, string where, string remedy)
    {
        (await _trame.Bare("communities", _trame.Write("liens.csv", TwoTriangles.Replace(right, wrong, StringComparison.Ordinal)), "--json")).RefusedAlone($"liens.csv, {where}", remedy);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused()
    {
        (await _trame.Bare("communities", "absent.csv", "--json")).Refused("absent.csv");
        (await _trame.Bare("communities")).Refused("source,target");
        (await _trame.Bare("communities", _trame.Write("liens.csv", TwoTriangles), "--resolution", "-1")).Refused("au moins 0");
        (await _trame.Bare("communities", _trame.Write("liens.csv", TwoTriangles), "--runs", "0")).Refused("--runs");
        (await _trame.Bare("communities", _trame.Write("vide.csv", "source,target\n"))).Refused("vide.csv, ligne 2", "aucune ligne");
    }
}
