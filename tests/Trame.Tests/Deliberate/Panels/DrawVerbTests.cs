using System.Text.Json;

namespace Trame.Tests.Deliberate.Panels;

public sealed class DrawVerbTests : IDisposable
{
    private const string Quotas = "category,feature,min,max\nâge,18-24,1,1\nâge,25 et plus,2,2\nlieu,nord,1,2\nlieu,sud,1,2\n";
    private const string People = "id;âge;lieu;adresse\nana;18-24;nord;1 rue A\nbob;18-24;sud;1, Rue A\ncyd;25 et plus;Nord ;\ndan;25 et plus;sud;\neve;25 et plus;sud;\nfay;25 et plus;nord;\n";

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    private Task<CommandLine.Told> Draw(string quotas, string people, params string[] more) =>
        _line.Run(["draw", "--categories", _line.Write("quotas.csv", quotas), "--people", _line.Write("gens.csv", people), "--size", "3", .. more]);

    [Fact] public async Task The_answer_has_every_field_and_nothing_else_is_on_the_output()
    {
        var told = (await Draw(Quotas, People, "--seed", "un", "--json")).Well();
        var answer = JsonDocument.Parse(told.Out).RootElement;
        answer.GetProperty("size").GetInt32().ShouldBe(3);
        answer.GetProperty("rule").GetString().ShouldBe("leximin");
        answer.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        answer.GetProperty("optimal").GetBoolean().ShouldBeTrue();
        answer.GetProperty("gap").GetDouble().ShouldBe(0);
        answer.GetProperty("minimum").GetDouble().ShouldBe(0.5, 1e-9);
        answer.GetProperty("probabilities").EnumerateObject().Select(p => p.Name).ShouldBe(["ana", "bob", "cyd", "dan", "eve", "fay"]);
        answer.GetProperty("panels").EnumerateArray().Sum(p => p.GetProperty("probability").GetDouble()).ShouldBe(1, 1e-12);
        answer.GetProperty("selected").GetArrayLength().ShouldBe(3);
        answer.GetProperty("reserves").GetArrayLength().ShouldBeGreaterThan(0);
        answer.GetProperty("infeasible").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonDocument.Parse((await Draw(Quotas, People, "--seed", "un", "--json")).Out).RootElement.GetProperty("selected").GetRawText().ShouldBe(answer.GetProperty("selected").GetRawText());
    }

    [Theory]
    [InlineData("leximin")]
    [InlineData("maximin")]
    [InlineData("nash")]
    [InlineData("legacy")]
    public async Task Every_rule_keeps_the_households_apart(string rule)
    {
        var quotas = Quotas.Replace("18-24,1,1", "18-24,1,2", StringComparison.Ordinal).Replace("plus,2,2", "plus,1,2", StringComparison.Ordinal);
        var answer = JsonDocument.Parse((await Draw(quotas, People, "--rule", rule, "--same-address", "adresse", "--json")).Well().Out).RootElement;
        foreach (var panel in answer.GetProperty("panels").EnumerateArray())
            panel.GetProperty("members").EnumerateArray().Count(m => m.GetString() is "ana" or "bob").ShouldBeLessThanOrEqualTo(1);
    }

    [Fact] public async Task Without_json_it_speaks_French()
    {
        var told = (await Draw(Quotas, People, "--seed", "un")).Well();
        told.Out.ShouldContain("La plus petite chance est 50");
        told.Out.ShouldContain("C’est prouvé");
    }

    [Fact] public async Task Quotas_that_contradict_each_other_are_told_in_words_and_numbers()
    {
        var quotas = Quotas.Replace("âge,18-24,1,1", "âge,18-24,3,3", StringComparison.Ordinal).Replace("plus,2,2", "plus,0,2", StringComparison.Ordinal);
        (await Draw(quotas, People)).Well().Out.ShouldContain("il manque une personne de âge « 18-24 »");
        var why = JsonDocument.Parse((await Draw(quotas, People, "--json")).Well().Out).RootElement.GetProperty("infeasible");
        why.GetProperty("conflict")[0].GetProperty("asked").GetInt32().ShouldBe(3);
        why.GetProperty("conflict")[0].GetProperty("available").GetInt32().ShouldBe(2);
        why.GetProperty("relaxations")[0].GetProperty("newMin").GetInt32().ShouldBe(2);
    }

    [Fact] public async Task More_people_are_asked_for_only_where_they_would_help()
    {
        var told = (await Draw(Quotas.Replace("âge,18-24,1,1", "âge,18-24,9,9", StringComparison.Ordinal).Replace("plus,2,2", "plus,0,2", StringComparison.Ordinal), People)).Well();
        told.Out.ShouldContain("abaissez le minimum de 9 à");
        told.Out.ShouldNotContain("inscrivez"); // a panel of three has no room for nine
    }

    [Fact] public async Task Out_of_time_there_is_a_panel_all_the_same() =>
        JsonDocument.Parse((await Draw(Quotas, People, "--time-limit", "0.000001", "--json")).Well().Out).RootElement.GetProperty("selected").GetArrayLength().ShouldBe(3);

    [Fact] public async Task A_cap_tells_its_price()
    {
        var answer = JsonDocument.Parse((await Draw(Quotas.Replace("18-24,1,1", "18-24,0,1", StringComparison.Ordinal).Replace("plus,2,2", "plus,2,3", StringComparison.Ordinal), People, "--cap", "0.6", "--json")).Well().Out).RootElement;
        answer.GetProperty("probabilities").EnumerateObject().Max(p => p.Value.GetDouble()).ShouldBeLessThanOrEqualTo(0.6 + 1e-9);
        answer.GetProperty("minimumWithoutCap").GetDouble().ShouldBeGreaterThanOrEqualTo(answer.GetProperty("minimum").GetDouble() - 1e-9);
    }

    [Fact] public async Task What_is_wrong_in_a_file_is_told_in_one_line()
    {
        (await Draw(Quotas, People.Replace("eve;25 et plus", "eve;25+", StringComparison.Ordinal))).Refused("gens.csv, ligne 6, colonne « âge »", "« 25+ »").ErrorLines.Count.ShouldBe(1);
        (await Draw("category,feature,min,max\nâge,18-24,2,1\n", People)).Refused("quotas.csv, ligne 2, colonne « min »");
        (await Draw(Quotas, People, "--same-address", "rue")).Refused("gens.csv, ligne 1, colonne « rue »", "adresse");
        (await Draw(Quotas, People, "--already-selected", "zoé")).Refused("zoé");
        (await Draw(Quotas, People, "--cap", "2")).Refused("--cap");
        (await Draw(Quotas, People, "--reserves", "beaucoup")).Refused("« beaucoup »").ErrorLines.Count.ShouldBe(1);
        (await Draw(Quotas, People, "--rule", "hasard")).Refused("leximin").ErrorLines.Count.ShouldBe(1);
        (await Draw(Quotas, People + "gus;18-24\n")).Refused("gens.csv, ligne 8, colonne « lieu »", "2/4");
        (await _line.Run("draw", "--size", "3")).Refused("--categories");
        (await _line.Run("draw", "--categories", "rien.csv", "--people", "rien.csv", "--size", "3")).Refused("rien.csv");
        (await Draw(Quotas, People, "--size", "30")).Refused("--size");
    }

    [Fact] public async Task A_draw_is_committed_revealed_and_verified()
    {
        var lottery = _line.Write("tirage.json", (await Draw(Quotas, People, "--seed", "un", "--json")).Well().Out);
        (await _line.Run("draw", "verify", lottery)).Well().Out.ShouldStartWith("OUI");
        var committed = JsonDocument.Parse((await _line.Run("draw", "commit", lottery, "--panels", "100", "--source", "Loto du 2 décembre", "--json")).Well().Out).RootElement;
        var file = committed.GetProperty("file").GetString()!;
        (await _line.Run("draw", "verify", file)).Well().Out.ShouldContain(committed.GetProperty("commitment").GetString()!);
        (await _line.Run("draw", "commit", lottery, "--panels", "100")).Refused("existe déjà");
        var drawn = (await _line.Run("draw", "reveal", file, "--values", "3 14 15 9 26")).Well().Out;
        (await _line.Run("draw", "verify", file)).Well().Out.ShouldBe(drawn);
        (await _line.Run("draw", "reveal", file, "--values", "1 2 3")).Refused("déjà tiré");

        var changed = _line.Write("faux.tirage", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("panel\t7\t", "panel\t8\t", StringComparison.Ordinal));
        var no = await _line.Run("draw", "verify", changed);
        no.Code.ShouldBe(1);
        no.Out.ShouldStartWith("NON. faux.tirage, ligne ");
        (await _line.Run("draw", "verify", _line.Write("faux.json", (await File.ReadAllTextAsync(lottery, TestContext.Current.CancellationToken)).Replace("\"size\":3", "\"size\":2", StringComparison.Ordinal)))).Code.ShouldBe(1);
        (await _line.Run("draw", "commit", _line.Write("texte.json", "bonjour"))).Refused("texte.json, ligne 1");
    }
}
