using System.Text;
using System.Text.Json;

namespace Trame.Tests.Deliberate.Debates;

public sealed class OpinionsVerbTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    // Two camps of thirty opposed on 23 statements, all for statement 0; statement 23 is moderated out.
    private static string Wide()
    {
        var random = new Random(5);
        var text = new StringBuilder("participant,group-id,n-votes," + string.Join(',', Enumerable.Range(0, 24)) + "\n");
        for (var person = 0; person < 60; person++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{person},,24,1,{string.Join(',', Enumerable.Range(1, 23).Select(_ => random.NextDouble() < 0.1 ? "" : (person % 2 == 0) == random.NextDouble() < 0.92 ? "1" : "-1"))}\n");
        return text.ToString();
    }

    private const string Comments = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,0,1,0,0,1,\"Un banc, sur la place\"\n1,1,1,0,0,1,Une rue sans voitures\n1,23,1,0,0,-1,Hors sujet\n";

    private static JsonElement Json(CommandLine.Told told) => JsonDocument.Parse(told.Well().Out).RootElement;

    [Fact]
    public async Task The_document_for_programs_has_the_promised_fields()
    {
        var map = Json(await _line.Run("opinions", "--votes", _line.Write("votes.csv", Wide()), "--comments", _line.Write("comments.csv", Comments), "--json"));
        map.EnumerateObject().Select(p => p.Name).ShouldBe(["method", "seconds", "groups", "consensus", "bridging", "statements", "participants", "stability", "missing"]);
        map.GetProperty("method").GetString().ShouldBe("robust");
        var groups = map.GetProperty("groups").EnumerateArray().ToList();
        groups.Count.ShouldBe(2);
        groups[0].GetProperty("representative")[0].EnumerateObject().Select(p => p.Name).Take(5).ShouldBe(["comment", "agree", "p", "z", "repness"]);
        map.GetProperty("bridging")[0].GetProperty("comment").GetInt32().ShouldBe(0);
        var participants = map.GetProperty("participants").EnumerateArray().ToList();
        participants.Count.ShouldBe(60);
        participants[0].EnumerateObject().Select(p => p.Name).ShouldBe(["id", "group", "x", "y"]);
        participants.Where((_, i) => i % 2 == 0).Select(p => p.GetProperty("group").ToString()).Distinct().Count().ShouldBe(1);
        map.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("comment").GetInt32()).ShouldBe(Enumerable.Range(0, 23));
        map.GetProperty("stability").GetProperty("answer").GetString().ShouldBe("clear");
    }

    [Fact]
    public async Task The_long_form_gives_the_same_groups_by_both_methods()
    {
        var header = Wide().Split('\n')[0].Split(',');
        var rows = from line in Wide().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                   let cells = line.Split(',')
                   from place in Enumerable.Range(3, 24)
                   where cells[place].Length > 0
                   select $"{cells[place]},{header[place]},{cells[0]},,{1000 + place}";
        var votes = _line.Write("votes.csv", "vote,comment-id,voter-id,datetime,timestamp\n" + string.Join('\n', rows));
        foreach (var method in new[] { "robust", "reference" })
        {
            var map = Json(await _line.Run("opinions", "--votes", votes, "--method", method, "--seed", "3", "--json"));
            map.GetProperty("method").GetString().ShouldBe(method);
            var groups = map.GetProperty("participants").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetInt32(), p => p.GetProperty("group").ToString());
            groups.Where(p => p.Key % 2 == 0).Select(p => p.Value).Distinct().ShouldHaveSingleItem().ShouldNotBe(groups[1]);
        }
    }

    [Fact]
    public async Task A_person_reads_plain_words_and_nobodys_position()
    {
        var told = (await _line.Run("opinions", "--votes", _line.Write("votes.csv", Wide()), "--comments", _line.Write("comments.csv", Comments))).Well();
        told.Out.ShouldContain("2 groupes nets");
        told.Out.ShouldContain("« Un banc, sur la place »");
        told.Out.ShouldContain("Qui manque");
        told.Out.ShouldNotContain("Hors sujet");
        told.Out.ShouldNotContain("participant");
    }

    [Fact]
    public async Task Nobody_and_no_groups_are_answers()
    {
        (await _line.Run("opinions", "--votes", _line.Write("nobody.csv", "participant,0,1\n"))).Well().Out.ShouldContain("Personne n’a voté");
        (await _line.Run("opinions", "--votes", _line.Write("one.csv", "participant,0,1\n4,1,-1\n"))).Well().Out.ShouldContain("Pas de groupes nets");
        Json(await _line.Run("opinions", "--votes", _line.Write("nobody2.csv", "timestamp,voter-id,comment-id,vote\n"), "--json")).GetProperty("participants").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("participant,0\n1,7\n", "ligne 2, colonne 2", "« 7 »")]
    [InlineData("participant,0\n1,oui\n", "ligne 2, colonne 2", "nombre entier")]
    [InlineData("participant,0\n1,1\n1,1\n", "ligne 3, colonne 1", "déjà")]
    [InlineData("voter-id,comment-id,vote\n1,1,1\n", "ligne 1", "« timestamp »")]
    [InlineData("", "ligne 1", "vide")]
    public async Task A_file_that_cannot_be_read_is_told_in_one_line(string text, params string[] words)
    {
        (await _line.Run("opinions", "--votes", _line.Write("votes.csv", text), "--json")).RefusedAlone(["votes.csv", .. words]);
    }

    [Fact]
    public async Task Other_encodings_are_told_with_their_line()
    {
        (await _line.Run("opinions", "--votes", _line.Write("latin.csv", Encoding.Latin1.GetBytes("timestamp,datetime,voter-id,comment-id,vote\n1,1 déc.,1,1,1\n")))).Refused("ligne 2, colonne 2", "UTF-8");
        (await _line.Run("opinions", "--votes", _line.Write("utf16.csv", Encoding.Unicode.GetBytes("participant,0\n1,1\n")))).Refused("ligne 1, colonne 1", "UTF-8");
        (await _line.Run("opinions", "--votes", Path.Combine(_line.Folder, "absent.csv"))).Refused("absent.csv", "n’existe pas");
    }
}
