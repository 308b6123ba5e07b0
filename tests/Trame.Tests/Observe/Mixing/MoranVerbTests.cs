using System.Text.Json;

namespace Trame.Tests.Observe.Mixing;

public sealed class MoranVerbTests : IDisposable
{
    // A ring of six, high beside low: as unlike as can be.
    private const string Values = "id,taux\na,1\nb,3\nc,1\nd,3\ne,1\nf,3\n";
    private const string Ring = "i,j\na,b\nb,a\nb,c\nc,b\nc,d\nd,c\nd,e\ne,d\ne,f\nf,e\nf,a\na,f\n";

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    private Task<CommandLine.Told> Told(string values, string ring, params string[] more) =>
        _trame.Bare(["moran", _trame.Write("valeurs.csv", values), "--id", "id", "--value", "taux", "--neighbours", _trame.Write("voisins.csv", ring), .. more]);

    [Theory, InlineData("W"), InlineData("B")]
    public async Task Unlike_neighbours_give_minus_one(string style)
    {
        var answer = JsonDocument.Parse((await Told(Values, Ring, "--style", style, "--permutations", "99", "--json")).Well().Out).RootElement;
        answer.GetProperty("I").GetDouble().ShouldBe(-1, 1e-12);
        answer.GetProperty("expectation").GetDouble().ShouldBe(-0.2, 1e-12);
        answer.GetProperty("geary").GetDouble().ShouldBe(5 * 12 * 4 / (2.0 * 12 * 6), 1e-12);
        answer.GetProperty("permutationP").GetDouble().ShouldBeInRange(0.02, 0.5);
        var first = answer.GetProperty("local")[0];
        first.GetProperty("id").GetString().ShouldBe("a");
        first.GetProperty("quadrant").GetString().ShouldBe("low-high");
        foreach (var field in (string[])["variance", "z", "p"]) answer.GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Without_json_a_person_reads_it() => (await Told(Values, Ring)).Well().Out.ShouldContain("6 secteurs. I de Moran -1,000 (le hasard donnerait -0,200)");

    [Fact]
    public async Task What_is_wrong_is_said_with_its_line_its_column_and_its_remedy()
    {
        (await Told(Values.Replace("d,3", "d,trois", StringComparison.Ordinal), Ring, "--json")).Refused("valeurs.csv, ligne 5, colonne 2", "écrivez").Out.ShouldBeEmpty();
        (await Told(Values.Replace("d,3", "c,3", StringComparison.Ordinal), Ring)).Refused("valeurs.csv, ligne 5, colonne 1", "une seule ligne");
        (await Told(Values, Ring.Replace("c,d", "c,z", StringComparison.Ordinal))).Refused("voisins.csv, ligne 6, colonne 2", "« z » n’est pas dans valeurs.csv");
        (await Told(Values, Ring.Replace("c,d", "c,c", StringComparison.Ordinal))).Refused("voisins.csv, ligne 6, colonne 2", "retirez");
        (await Told("id,taux\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\n", Ring)).Refused("valeurs.csv", "rien à mesurer");
        (await Told(Values.Replace("taux", "niveau", StringComparison.Ordinal), Ring)).Refused("valeurs.csv, ligne 1", "« taux » manque");
        (await _trame.Bare("moran", "absent.csv", "--id", "id", "--value", "taux", "--neighbours", "absent.csv")).Refused("absent.csv");
    }
}
