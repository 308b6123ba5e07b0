using System.Text.Json;

namespace Trame.Tests.Connect.Opportunities;

public sealed class OpportunitiesVerbTests : IDisposable
{
    private const string Village = """
        {"kinds": [{"id": "couture", "most": 6}, {"id": "jardin", "most": 6}],
         "areas": [{"id": "bourg", "lat": 46.5, "lon": 2.5}],
         "needs": [{"id": "n1", "kind": "couture", "area": "bourg", "slots": ["mar 14-16"]},
                   {"id": "n2", "kind": "couture", "area": "bourg", "slots": ["mar 14-18"]},
                   {"id": "n3", "kind": "jardin", "area": "bourg", "slots": ["sam 9-12"]}],
         "resources": [{"id": "ana", "kinds": ["couture"], "lat": 46.5, "lon": 2.5, "slots": ["mar 14-16"]}],
         "places": [{"id": "salle", "lat": 46.5, "lon": 2.5, "seats": 8, "slots": ["mar 9-18", "sam 9-12"]}]}
        """;

    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task A_village_is_told_what_could_be_held_and_what_lacks()
    {
        var told = (await _trame.Bare("opportunities", _trame.Write("village.json", Village), "--exact", "--time-limit", "30", "--json")).Well();
        var answer = JsonDocument.Parse(told.Out).RootElement;
        foreach (var field in new[] { "value", "bound", "gap", "seconds" }) answer.GetProperty(field).GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        var bundle = answer.GetProperty("bundles").EnumerateArray().ShouldHaveSingleItem();
        (bundle.GetProperty("place").GetString(), bundle.GetProperty("slot").GetString(), bundle.GetProperty("kind").GetString()).ShouldBe(("salle", "tue 14-16", "couture"));
        bundle.GetProperty("givers")[0].GetString().ShouldBe("ana");
        bundle.GetProperty("receivers").EnumerateArray().Select(r => r.GetProperty("need").GetString()).ShouldBe(["n1", "n2"]);
        bundle.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("amount").GetDouble()).ShouldBe(bundle.GetProperty("value").GetDouble(), 1e-9);
        var missing = answer.GetProperty("missing").EnumerateArray().ShouldHaveSingleItem();
        (missing.GetProperty("lacks").GetString(), missing.GetProperty("kind").GetString()).ShouldBe(("giver", "jardin"));
    }

    [Fact]
    public async Task A_limit_is_written_with_a_point_in_every_language()
    {
        (await _trame.Bare("opportunities", _trame.Write("village.json", Village), "--time-limit", "2.5", "--json")).Well();
        (await _trame.Bare("opportunities", _trame.Write("village.json", Village), "--time-limit", "deux", "--json")).RefusedAlone("« deux »", "point");
    }

    [Fact]
    public async Task Words_say_why()
    {
        var told = (await _trame.Bare("opportunities", _trame.Write("village.json", Village))).Well();
        told.Out.ShouldContain("salle, mardi");
        told.Out.ShouldContain("Quelqu’un pour mener");
    }

    [Fact]
    public async Task A_made_up_territory_is_the_same_twice_and_can_be_solved()
    {
        string[] words = ["opportunities", "sample", "--needs", "40", "--resources", "12", "--places", "4", "--seed", "3"];
        var (one, two) = ((await _trame.Bare(words)).Well(), (await _trame.Bare(words)).Well());
        two.Out.ShouldBe(one.Out);
        (await _trame.Bare("opportunities", _trame.Write("essai.json", one.Out), "--json")).Well();
    }

    [Fact]
    public async Task A_slip_is_one_line_with_its_place()
    {
        var refused = (await _trame.Bare("opportunities", _trame.Write("faux.json", Village.Replace("\"seats\": 8", "\"seats\": -8", StringComparison.Ordinal)), "--json")).Refused("faux.json, ligne 7, colonne", "-8");
        refused.Out.ShouldBe("");
        refused.ErrorLines.Count.ShouldBe(1);
        (await _trame.Bare("opportunities", "absent.json")).Refused("absent.json");
    }

    [Fact]
    public async Task Two_answers_differ_by_what_changed_and_by_nothing_from_themselves()
    {
        var before = (await _trame.Bare("opportunities", _trame.Write("village.json", Village), "--json")).Well();
        var after = (await _trame.Bare("opportunities", _trame.Write("village2.json", Village.Replace("\"mar 14-18\"", "\"jeu 9-11\"", StringComparison.Ordinal)), "--json")).Well();
        var (a, b) = (_trame.Write("a.json", before.Out), _trame.Write("b.json", after.Out));
        var same = JsonDocument.Parse((await _trame.Bare("opportunities", "diff", a, a, "--json")).Well().Out).RootElement;
        (same.GetProperty("kept").GetInt32(), same.GetProperty("changed").GetArrayLength(), same.GetProperty("added").GetArrayLength(), same.GetProperty("removed").GetArrayLength()).ShouldBe((1, 0, 0, 0));
        var change = JsonDocument.Parse((await _trame.Bare("opportunities", "diff", a, b, "--json")).Well().Out).RootElement;
        var changed = change.GetProperty("changed").EnumerateArray().ShouldHaveSingleItem();
        changed.GetProperty("left").EnumerateArray().Select(n => n.GetString()).ShouldBe(["n2"]);
        changed.GetProperty("arrived").GetArrayLength().ShouldBe(0);
        change.GetProperty("value").GetProperty("before").GetDouble().ShouldBeGreaterThan(change.GetProperty("value").GetProperty("after").GetDouble());
        (await _trame.Bare("opportunities", "diff", a, b)).Well().Out.ShouldContain("Partent : n2");
        (await _trame.Bare("opportunities", "diff", a, _trame.Write("faux.json", "{}"), "--json")).RefusedAlone("faux.json", "ligne 1");
        (await _trame.Bare("opportunities", "diff", a, "absent.json")).Refused("absent.json");
    }
}
