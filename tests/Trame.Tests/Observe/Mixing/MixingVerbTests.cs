using System.Text.Json;

namespace Trame.Tests.Observe.Mixing;

public sealed class MixingVerbTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    // Twelve moments in two places: at the hall both groups come, at the club one or the other.
    private static string Attendance => "moment,place,group,count\n" + string.Concat(Enumerable.Range(0, 12).Select(k => k % 2 == 0
        ? $"m{k},halle,jeunes,6\nm{k},halle,aînés,6\n" : $"m{k},club,{(k % 4 == 1 ? "jeunes" : "aînés")},12\n"));

    private async Task<JsonElement> Json(string text) => JsonDocument.Parse((await _trame.Bare("mixing", _trame.Write("moments.csv", text), "--json")).Well().Out).RootElement;

    [Fact]
    public async Task The_figures_are_those_of_the_hand()
    {
        var answer = await Json(Attendance);
        answer.GetProperty("moments").GetInt32().ShouldBe(12);
        answer.GetProperty("attendances").GetInt64().ShouldBe(144);
        answer.GetProperty("theil").GetProperty("value").GetDouble().ShouldBe(0.5, 1e-12); // half of the people at moments of one group
        answer.GetProperty("ratio").GetProperty("value").GetDouble().ShouldBe(216 / 792.0 / (72 * 72 / 10296.0), 1e-12); // 6 moments × 36 pairs across, of 12 × 66
        var halle = answer.GetProperty("places")[0];
        halle.GetProperty("place").GetString().ShouldBe("halle");
        halle.GetProperty("crossPairs").GetDouble().ShouldBe(1);
        answer.GetProperty("groups")[0].GetProperty("exposure").GetProperty("aînés").GetDouble().ShouldBe(0.25, 1e-12); // 36 of 72 at ½
        answer.GetProperty("pairs").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Reserved_moments_are_counted_apart_and_the_undeclared_only_widen_the_bounds()
    {
        var text = Attendance.Replace("count\n", "count,access\n", StringComparison.Ordinal).Replace("6\n", "6,\n", StringComparison.Ordinal).Replace("12\n", "12,open\n", StringComparison.Ordinal)
            + "r1,club,femmes,15,women-only\nm0,halle,,3,\n";
        var (answer, plain) = (await Json(text), await Json(Attendance));
        answer.GetProperty("reserved").GetProperty("moments").GetInt32().ShouldBe(1);
        answer.GetProperty("reserved").GetProperty("attendances").GetInt32().ShouldBe(15);
        answer.GetProperty("undeclared").GetInt32().ShouldBe(3);
        answer.GetProperty("ratio").GetProperty("value").GetDouble().ShouldBe(plain.GetProperty("ratio").GetProperty("value").GetDouble(), 1e-12);
        answer.GetProperty("crossShare").GetProperty("low").GetDouble().ShouldBeLessThan(answer.GetProperty("crossShare").GetProperty("high").GetDouble());
        plain.GetProperty("crossShare").GetProperty("low").GetDouble().ShouldBe(plain.GetProperty("crossShare").GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task Too_little_is_not_measurable_and_a_small_group_has_no_count()
    {
        (await Json("moment,place,group,count\nm,halle,a,30\nm,halle,b,30\n")).GetProperty("ratio").GetProperty("notMeasurable").GetString().ShouldBe("moments");
        var rare = (await Json(Attendance + "m0,halle,rares,4\n")).GetProperty("groups")[2];
        rare.GetProperty("attendances").ValueKind.ShouldBe(JsonValueKind.Null);
        rare.GetProperty("isolation").GetProperty("notMeasurable").GetString().ShouldBe("people");
    }

    [Fact]
    public async Task Without_json_a_person_reads_it()
    {
        var told = (await _trame.Bare("mixing", _trame.Write("moments.csv", Attendance))).Well().Out;
        told.ShouldContain("12 moments ouverts, 144 présences");
        told.ShouldContain("Lieu halle, 6 moments");
        told.ShouldContain("pas encore se parler");
    }

    [Theory]
    [InlineData("m0,halle,jeunes,6", "m0,halle,jeunes,six", "ligne 2, colonne 4", "écrivez des chiffres")]
    [InlineData("m0,halle,jeunes,6", "m0,halle,jeunes,-6", "ligne 2, colonne 4", "de 0 à")]
    [InlineData("m0,halle,aînés,6", "m0,club,aînés,6", "ligne 3, colonne 2", "un seul lieu")]
    [InlineData("m0,halle,jeunes,6", ",halle,jeunes,6", "ligne 2, colonne 1", "complétez")]
    [InlineData("place", "lieu", "ligne 1, colonne 4", "« place » manque")]
    public async Task What_is_wrong_is_said_with_its_line_its_column_and_its_remedy(string right, string wrong, string where, string remedy)
    {
        (await _trame.Bare("mixing", _trame.Write("moments.csv", Attendance.Replace(right, wrong, StringComparison.Ordinal)), "--json")).RefusedAlone($"moments.csv, {where}", remedy);
    }
}
