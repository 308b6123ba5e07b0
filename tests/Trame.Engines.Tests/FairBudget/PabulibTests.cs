using System.Text;
using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

public sealed class PabulibTests
{
    private const string Meta = "META\nkey;value\nbudget;100\nvote_type;approval\n";
    private const string Projects = "PROJECTS\nproject_id;cost\na;10\nb;20\n";
    private const string Votes = "VOTES\nvoter_id;vote\n1;a\n2;a,b\n";

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(SharedData.Path("pabulib"), "*.pb", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(SharedData.Path("pabulib"), f))];

    private static string Written(PabulibFile file)
    {
        using var text = new StringWriter { NewLine = "\n" };
        file.Write(text);
        return text.ToString();
    }

    [Theory, MemberData(nameof(Files))]
    public void A_public_file_comes_back_as_it_was(string path)
    {
        var original = File.ReadAllText(SharedData.Path("pabulib", path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var lines = original.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Select(Unquoted);
        var back = Written(Pb.Shared(path));
        back.Split('\n').Where(l => l.Length > 0).Select(Unquoted).ShouldBe(lines);
        Written(Pb.Read(new StringReader(back))).ShouldBe(back);
    }

    // Quotation marks that nothing requires go; what is inside them stays.
    private static string Unquoted(string line) => line.Replace("\"\"", "\u0001", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace('\u0001', '"');

    [Fact]
    public void Unknown_fields_quotes_marks_and_line_ends_are_kept_or_put_right()
    {
        var file = Pb.Read(new StringReader("\uFEFFMeta;;\r\nkey;value\r\nbudget;100,50\r\nvote_type;Scoring\r\nmood;\"happy; \"\"very\"\"\"\r\n\r\nPROJECTS\r\nproject_id;cost;name;shape\r\na;10.50;\"Le \"\"banc\"\"\";round\r\n b ;20;;\"two\nlines\"\r\nVOTES\r\nvoter_id;vote;points;age\r\n1; b , a;2,-1.5;34\r\n2;;;\r\n"));
        file["mood"].ShouldBe("happy; \"very\"");
        file.Election.Budget.ShouldBe(100.5m);
        file.Election.Projects.Select(p => (p.Id, p.Cost, p.Name)).ShouldBe([("a", 10.5m, "Le \"banc\""), ("b", 20m, "b")]);
        file.Election.Ballot(0).ShouldBe([new(1, 2), new(0, -1.5m)]);
        file.Election.Ballot(1).ShouldBeEmpty();
        file.Projects[1, file.Projects.Column("shape")].ToString().ShouldBe("two\nlines");
        Written(file).ShouldBe("META\nkey;value\nbudget;100,50\nvote_type;Scoring\nmood;\"happy; \"\"very\"\"\"\nPROJECTS\nproject_id;cost;name;shape\na;10.50;\"Le \"\"banc\"\"\";round\n b ;20;;\"two\nlines\"\nVOTES\nvoter_id;vote;points;age\n1; b , a;2,-1.5;34\n2;;;\n");
    }

    [Theory]
    [InlineData("", 1, 1, PabulibFault.MissingSection, "META")]
    [InlineData("hello\n", 1, 1, PabulibFault.OutsideSections, "hello")]
    [InlineData(Meta, 5, 1, PabulibFault.MissingSection, "PROJECTS")]
    [InlineData(Meta + Votes, 5, 1, PabulibFault.MissingSection, "PROJECTS")]
    [InlineData(Meta + Projects, 9, 1, PabulibFault.MissingSection, "VOTES")]
    [InlineData(Meta + Projects + "META\n", 9, 1, PabulibFault.MisplacedSection, "META")]
    [InlineData(Meta + Projects + Votes + Votes, 13, 1, PabulibFault.MisplacedSection, "VOTES")]
    [InlineData("META\nkey;value\nvote_type;approval\n" + Projects + Votes, 4, 1, PabulibFault.MissingKey, "budget")]
    [InlineData("META\nkey;value\nbudget;1\n" + Projects + Votes, 4, 1, PabulibFault.MissingKey, "vote_type")]
    [InlineData("META\nkey;value\nbudget;1\nbudget;2\n", 4, 1, PabulibFault.RepeatedKey, "budget")]
    [InlineData("META\nkey;value\nbudget;12 000\n", 3, 8, PabulibFault.NotANumber, "12 000")]
    [InlineData("META\nkey;value\nbudget;99999999999999999999\n", 3, 8, PabulibFault.NotANumber, "99999999999999999999")]
    [InlineData("META\nkey;value\nbudget;-1\n", 3, 8, PabulibFault.Negative, "-1")]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;range\n", 4, 11, PabulibFault.UnknownVoteType, "range")]
    [InlineData(Meta + "PROJECTS\nproject_id;price\n", 6, 1, PabulibFault.MissingColumn, "PROJECTS: cost")]
    [InlineData(Meta + "PROJECTS\nproject_id;cost;cost\n", 6, 17, PabulibFault.RepeatedColumn, "cost")]
    [InlineData(Meta + "PROJECTS\nproject_id;cost\na;1;x\n", 7, 3, PabulibFault.CellCount, "3/2")]
    [InlineData(Meta + "PROJECTS\nproject_id;cost\n;1\n", 7, 1, PabulibFault.NoId, "project_id")]
    [InlineData(Meta + "PROJECTS\nproject_id;cost\na;1\na;2\n", 8, 1, PabulibFault.RepeatedProject, "a")]
    [InlineData(Meta + "PROJECTS\nproject_id;cost;name\na;1;\"x\nb;2;y\n", 7, 5, PabulibFault.OpenQuote, "x\nb;2;y")]
    [InlineData(Meta + Projects + "VOTES\nvoter_id;vote\n1;a\n1;b\n", 12, 1, PabulibFault.RepeatedVoter, "1")]
    [InlineData(Meta + Projects + "VOTES\nvoter_id;vote\n1;a, c\n", 11, 5, PabulibFault.UnknownProject, "c")]
    [InlineData(Meta + Projects + "VOTES\nvoter_id;vote\n1;a,b,a\n", 11, 7, PabulibFault.RepeatedChoice, "a")]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;cumulative\n" + Projects + Votes, 10, 1, PabulibFault.MissingColumn, "VOTES: points")]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;a,b;3\n", 11, 7, PabulibFault.PointCount, "1/2")]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;cumulative\n" + Projects + "VOTES\nvoter_id;vote;points\n1;a,b;3,x\n", 11, 9, PabulibFault.NotANumber, "x")]
    public void What_is_wrong_has_a_line_a_column_and_a_name(string text, int line, int column, PabulibFault fault, string detail)
    {
        var reading = PabulibFile.Read(new StringReader(text));
        reading.File.ShouldBeNull();
        reading.Problem.ShouldBe(new(line, column, fault, detail));
    }

    [Fact]
    public void Whatever_the_text_reading_answers() => SmallElections.Hold(seed =>
    {
        var dice = new Random(seed);
        var text = new StringBuilder(Meta + Projects + Votes);
        for (var i = 0; i < 6; i++) text[dice.Next(text.Length)] = ";\"\n,ab0\r -."[dice.Next(11)];
        var reading = PabulibFile.Read(new StringReader(text.ToString()));
        return (reading.File is null) != (reading.Problem is null);
    }, 2000);

    [Theory, InlineData(VoteKind.Approval), InlineData(VoteKind.ChooseOne), InlineData(VoteKind.Ordinal), InlineData(VoteKind.Cumulative), InlineData(VoteKind.Scoring)]
    public void An_election_held_elsewhere_becomes_a_file_that_reads_the_same(VoteKind kind) => SmallElections.Hold(seed =>
    {
        var election = SmallElections.Of(seed, kind);
        var back = Pb.Read(new StringReader(Written(PabulibFile.Of(election, [new("unit", "Moulins; centre")]))));
        return back["unit"] == "Moulins; centre" && back.Election.Kind == kind && back.Election.Budget == election.Budget && back.Election.Projects.Select(p => (p.Id, p.Cost)).SequenceEqual(election.Projects.Select(p => (p.Id, p.Cost)))
            && back.Election.Voters == election.Voters && Enumerable.Range(0, election.Voters).All(v => back.Election.Ballot(v).SequenceEqual(election.Ballot(v)));
    });
}
