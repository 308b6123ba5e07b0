using System.Text.Json;

namespace Trame.Tests.Deliberate.Budgets;

public sealed class TallyVerbTests : IDisposable
{
    // Ten people, 1,000 to share: 100 each. The school yard has 6 votes, the library 4, the bench 3, the mural 2.
    private const string TenPeople = """
        META
        key;value
        description;Budget du quartier
        num_projects;4
        num_votes;10
        budget;1000
        vote_type;approval
        PROJECTS
        project_id;cost;name;category
        cour;600;Cour d'école;enfance
        biblio;400;Bibliothèque;culture
        banc;90;Banc;rue
        fresque;300;Fresque;culture
        VOTES
        voter_id;vote
        1;cour
        2;cour
        3;cour
        4;cour
        5;cour,banc
        6;cour,fresque
        7;biblio,banc
        8;biblio,banc
        9;biblio
        10;biblio,fresque
        """;

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    private async Task<JsonElement> Json(params string[] words)
    {
        var told = (await _trame.Bare(["tally", .. words, "--json"])).Well();
        return JsonDocument.Parse(told.Out).RootElement;
    }

    private static string[] Selected(JsonElement answer) => [.. answer.GetProperty("selected").EnumerateArray().Select(s => s.GetString()!)];

    [Fact]
    public async Task Equal_shares_fund_what_each_group_can_pay_and_say_why()
    {
        var answer = await Json(_trame.Write("dix.pb", TenPeople), "--rule", "equal-shares", "--utility", "cost", "--completion", "none");
        answer.GetProperty("rule").GetString().ShouldBe("equal-shares");
        Selected(answer).ShouldBe(["cour", "biblio"]);
        answer.GetProperty("cost").GetDecimal().ShouldBe(1000);
        answer.GetProperty("budget").GetDecimal().ShouldBe(1000);
        answer.GetProperty("voters").GetInt32().ShouldBe(10);
        answer.GetProperty("excluded").GetInt32().ShouldBe(0);
        answer.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        var explanation = answer.GetProperty("explanation");
        var bench = explanation.GetProperty("projects").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "banc");
        bench.GetProperty("funded").GetBoolean().ShouldBeFalse();
        bench.GetProperty("outOfReachBy").GetString().ShouldBe("biblio");
        bench.GetProperty("missingMoney").GetDouble().ShouldBe(90, 1e-9);
        bench.GetProperty("missingVotes").GetInt32().ShouldBe(1);
        var yard = explanation.GetProperty("projects").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "cour");
        (yard.GetProperty("paidPrice").GetInt32() + yard.GetProperty("paidTheRest").GetInt32()).ShouldBe(6);
        yard.GetProperty("notPaid").GetInt32().ShouldBe(4);
        yard.GetProperty("effectiveVotes").GetDouble().ShouldBe(6, 1e-9);
        explanation.GetProperty("proportionality").GetProperty("violations").GetArrayLength().ShouldBe(0);
        explanation.GetProperty("categories").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("greedy", "none"), InlineData("phragmen", "none"), InlineData("equal-shares", "add1"), InlineData("equal-shares", "add1u"), InlineData("equal-shares", "utilitarian"), InlineData("equal-shares", "add1+utilitarian")]
    public async Task Every_rule_and_completion_answers(string rule, string completion) =>
        Selected(await Json(_trame.Write("dix.pb", TenPeople), "--rule", rule, "--utility", "cardinality", "--completion", completion)).ShouldNotBeEmpty();

    [Fact]
    public async Task Without_json_a_person_reads_it()
    {
        var file = _trame.Write("dix.pb", TenPeople);
        var told = (await _trame.Bare("tally", file, "--compare")).Well().Out;
        told.ShouldContain("Budget du quartier");
        told.ShouldContain("Projets financés : 2 sur 4");
        told.ShouldContain("Hors d’atteinte après « Bibliothèque »");
        told.ShouldContain("Les règles côte à côte");
        (await _trame.Bare("tally", file, "--explain", "fresque")).Well().Out.ShouldNotContain("Banc");
        (await _trame.Bare("tally", file, "--explain", "piscine")).Refused("piscine", "project_id");
        (await _trame.Bare("tally", file, "--rule", "greedy", "--completion", "add1")).Refused("equal-shares");
    }

    [Theory]
    [InlineData("budget;1000", "budget;mille", "ligne 6, colonne 8", "chiffres")]
    [InlineData("6;cour,fresque", "6;cour,piscine", "ligne 21, colonne 8", "ajoutez le projet")]
    [InlineData("banc;90;Banc;rue", "banc;90;\"Banc;rue", "ligne 12, colonne 9", "fermez-le")]
    [InlineData("VOTES", "", "ligne ", "META, PROJECTS")]
    [InlineData("biblio;400", "cour;400", "ligne 11, colonne 1", "déjà plus haut")]
    [InlineData("vote_type;approval", "vote_type;range", "ligne 7, colonne 11", "choose-1")]
    public async Task What_is_wrong_is_said_with_its_line_its_column_and_its_remedy(string right, string wrong, string where, string remedy)
    {
        if (wrong.Length == 0) where = "dix.pb"; // without the line VOTES, ballots read as projects: told where the cells are too few
        (await _trame.Bare("tally", _trame.Write("dix.pb", TenPeople.Replace(right, wrong, StringComparison.Ordinal)), "--json")).RefusedAlone(where, wrong.Length == 0 ? "2/4" : remedy);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_seems_cut_is_said()
    {
        (await _trame.Bare("tally", "absent.pb", "--json")).Refused("absent.pb", "vérifiez");
        var told = (await _trame.Bare("tally", _trame.Write("dix.pb", TenPeople.Replace("num_votes;10", "num_votes;12", StringComparison.Ordinal)), "--json")).Well();
        told.Error.ShouldContain("num_votes annonce 12");
        JsonDocument.Parse(told.Out).RootElement.GetProperty("voters").GetInt32().ShouldBe(10);
    }
}
