using System.Text.Json;
using Trame.Engines.Indicators;

namespace Trame.Tests.Observe.Indicators;

public sealed class CompositeVerbTests : IDisposable
{
    private const string Spec = """
        { "name": "Essai", "units": { "id": "code", "label": "nom" },
          "indicators": [ { "column": "emploi", "direction": "up" }, { "column": "isolement", "direction": "down" } ],
          "missing": "drop",
          "uncertainty": { "normalisation": ["min-max", "rank"], "weights": ["equal", "pca"] } }
        """;

    private const string Data = """
        code;nom;emploi;isolement
        A;Aix;10;4
        B;Bry;20;0
        C;Coux;30,0;2
        D;Die;12;
        """;

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    private Task<CommandLine.Told> Run(string spec, string data, params string[] more) => _trame.Bare(["composite", _trame.Write("indice.json", spec), _trame.Write("communes.csv", data), .. more]);

    [Fact]
    public async Task Scores_gaps_ranks_and_what_lacks_are_told()
    {
        var answer = JsonDocument.Parse((await Run(Spec, Data, "--json")).Well().Out).RootElement;
        var units = answer.GetProperty("units").EnumerateArray().ToArray();
        units.Select(u => u.GetProperty("score").ValueKind == JsonValueKind.Null ? -1 : u.GetProperty("score").GetDouble()).ShouldBe([0, 0.75, 0.75, -1], 1e-12);
        units[1].GetProperty("gaps").GetProperty("isolement").GetDouble().ShouldBe(0.25, 1e-12);
        units[3].GetProperty("missing")[0].GetString().ShouldBe("isolement");
        answer.GetProperty("notScored").GetInt32().ShouldBe(1);
        var uncertainty = answer.GetProperty("uncertainty");
        (uncertainty.GetProperty("runs").GetInt32(), uncertainty.GetProperty("complete").GetBoolean()).ShouldBe((4, true));
        uncertainty.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("choice").GetString()).ShouldBe(["normalisation", "weights"]);
        units[0].GetProperty("ranks").GetProperty("low").GetDouble().ShouldBe(3);
        (await Run(Spec, Data)).Well().Out.ShouldContain("Non mesurable : Die ; il manque : isolement");
    }

    [Theory]
    [InlineData("\"up\"", "\"haut\"", "indice.json, ligne 2, colonne")]
    [InlineData("\"emploi\"", "\"travail\"", "communes.csv, ligne 1, colonne")]
    public async Task A_slip_in_the_definition_is_told_on_one_line(string from, string to, string where) => (await Run(Spec.Replace(from, to, StringComparison.Ordinal), Data, "--json")).RefusedAlone(where);

    [Theory]
    [InlineData("20;0", "vingt;0", "communes.csv, ligne 3, colonne 3")]
    [InlineData("B;Bry", "A;Bry", "communes.csv, ligne 3, colonne 1")]
    [InlineData("4\nB;Bry;20;0\nC;Coux;30,0;2", "2\nB;Bry;20;2\nC;Coux;30;2", "communes.csv, ligne 1, colonne 4")]
    public async Task A_slip_in_the_data_is_told_on_one_line(string from, string to, string where) => (await Run(Spec, Data.Replace(from, to, StringComparison.Ordinal), "--json")).RefusedAlone(where);

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() => (await _trame.Bare("composite", "rien", _trame.Write("communes.csv", Data))).RefusedAlone("rien");

    [Fact]
    public async Task The_human_development_index_is_that_of_its_technical_note()
    {
        // Inputs and values as the UNDP publishes them (Human Development Report 2021/2022), rounded: within one thousandth.
        var data = _trame.Write("pays.csv", """
            code,nom,life_expectancy,expected_schooling,mean_schooling,gni_per_capita
            NOR,Norvège,83.2,18.2,13.0,64660
            ISL,Islande,82.7,19.2,13.8,55782
            TUR,Türkiye,76.0,18.3,8.6,31033
            """);
        var units = JsonDocument.Parse((await _trame.Bare("composite", "idh", data, "--json")).Well().Out).RootElement.GetProperty("units");
        units.EnumerateArray().Select(u => u.GetProperty("score").GetDouble()).ShouldBe([0.961, 0.959, 0.838], 0.001);
    }

    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "indices"), "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_can_be_read_and_says_what_its_source_leaves_out(string file)
    {
        var reading = CompositeSpecFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "indices", file)));
        reading.Mistake.ShouldBeNull();
        reading.Spec!.Source.ShouldNotBeNullOrEmpty();
        reading.Spec.Caveats.ShouldNotBeEmpty();
        var random = new Random(1); // a territory of thirty communes: it computes
        double[][] values = [.. reading.Spec.Indicators.Select(i => Enumerable.Range(0, 30).Select(_ => Math.Round(1 + (random.NextDouble() * 70), 3)).ToArray())];
        var answer = CompositeIndex.Of(reading.Spec with { Uncertainty = null }, new(30, values, Enumerable.Repeat(100.0, 30).ToArray(), Enumerable.Repeat(0, 30).ToArray()), TestContext.Current.CancellationToken);
        answer.Problem.ShouldBeNull();
        answer.Result!.Units.ShouldAllBe(u => u.Score != null);
    }

    [Fact]
    public void The_isadf_is_the_sum_of_standardised_rights()
    {
        var spec = CompositeSpecFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "indices", "isadf.json"))).Spec!;
        spec.Indicators.Count.ShouldBe(12);
        spec.Groups.Count.ShouldBe(7); // six rights and the risk factor
        spec.Caveats.ShouldContain(c => c.Contains("aucun poids", StringComparison.Ordinal));
        double[][] values = [.. Enumerable.Range(0, 12).Select(j => Enumerable.Range(0, 20).Select(i => (double)((i * ((2 * j) + 3)) % 41)).ToArray())];
        var result = CompositeIndex.Of(spec with { Uncertainty = null }, new(20, values), TestContext.Current.CancellationToken).Result!;
        double[] expected = new double[20];
        foreach (var members in (int[][])[[0, 1], [2, 3], [4, 5], [7], [8], [9, 10, 11]]) // social tenants have no direction, the sixth right no variable
        {
            var mean = Enumerable.Range(0, 20).Select(i => members.Average(j => j == 2 ? 1 - Scaled(j, i) : Scaled(j, i))).ToArray();
            var deviation = Math.Sqrt(mean.Sum(m => (m - mean.Average()) * (m - mean.Average())) / 19);
            for (var i = 0; i < 20; i++) expected[i] += (mean[i] - mean.Average()) / deviation;
        }

        result.Units.Select(u => u.Score!.Value).ShouldBe(expected, 1e-9);

        double Scaled(int j, int i) => (values[j][i] - values[j].Min()) / (values[j].Max() - values[j].Min());
    }
}
