using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed class PublicDrawTests
{
    private static readonly SortitionProblem Problem = HardPool.Make(40, 8, [2, 3, 3], "public");
    private static readonly SortitionResult Result = FairLottery.Find(Problem, new(), TimeProvider.System);
    private static readonly string Committed = PublicDraw.Commit("leximin", [.. Problem.Pool.Index().Select(p => (p.Item.Id, Result.Probabilities[p.Index]))], UniformLottery.Of(Result.Panels, 40, 200), ["Loto\tdu 2 décembre"]);
    private static readonly string Drawn = PublicDraw.Reveal(Committed, 200, "3 14 15 9 26");

    [Fact] public void A_committed_draw_verifies_before_and_after_the_public_values()
    {
        var before = PublicDraw.Verify(Committed);
        (before.Flaw, before.Panels, before.Drawn).ShouldBe((null, 200, null));
        var after = PublicDraw.Verify(Drawn);
        after.Flaw.ShouldBeNull();
        after.Commitment.ShouldBe(before.Commitment);
        after.Drawn.ShouldBe(PublicDraw.Drawn("3 14 15 9 26", 200));
        after.Members.Count.ShouldBe(8);
    }

    [Fact] public void The_worked_example_of_the_documents() // docs/methods/tirage-au-sort.md
    {
        PublicDraw.Hash("3 14 15 9 26").ShouldBe("b4a982d6b3e00d6c1c7a637be0863175d50c7eea6f205ede5ef1505dd191d938");
        PublicDraw.Drawn("3 14 15 9 26", 1000).ShouldBe(933);
    }

    [Fact] public void Every_line_that_is_changed_is_seen_where_it_is()
    {
        var lines = Drawn.TrimEnd('\n').Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            foreach (var changed in (string[])[lines[at] + "1", lines[at][..^1], "", lines[at].Replace('\t', ' ')])
            {
                if (changed == lines[at]) continue;
                var verdict = PublicDraw.Verify(string.Join('\n', [.. lines[..at], changed, .. lines[(at + 1)..]]) + "\n");
                verdict.Flaw.ShouldNotBeNull($"line {at + 1}: {lines[at]} -> {changed}");
                verdict.Line.ShouldBeGreaterThan(0);
            }
        }
    }

    [Theory]
    [InlineData("panel\t7\t", DrawFlaw.Number, "panel\t8\t")]
    [InlineData("rule\tleximin", DrawFlaw.Commitment, "rule\tmaximin")]
    [InlineData("values\t3 14", DrawFlaw.Seed, "values\t3 15")]
    [InlineData("trame-draw\t1", DrawFlaw.Format, "trame-draw\t2")]
    public void The_flaw_is_named(string from, DrawFlaw flaw, string to) => PublicDraw.Verify(Drawn.Replace(from, to, StringComparison.Ordinal)).Flaw.ShouldBe(flaw);

    [Fact] public void Two_panels_exchanged_are_seen() // every count stays right: only the commitment knows
    {
        var lines = Committed.Split('\n');
        var (one, last) = (Array.FindIndex(lines, l => l.StartsWith("panel\t1\t", StringComparison.Ordinal)), Array.FindIndex(lines, l => l.StartsWith("panel\t200\t", StringComparison.Ordinal)));
        (lines[one], lines[last]) = (lines[last].Replace("panel\t200\t", "panel\t1\t", StringComparison.Ordinal), lines[one].Replace("panel\t1\t", "panel\t200\t", StringComparison.Ordinal));
        PublicDraw.Verify(string.Join('\n', lines)).Flaw.ShouldBe(DrawFlaw.Commitment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("trame-draw\t1\nrule")]
    [InlineData("trame-draw\t1\nrule\tx\nsize\t99999999999\n")]
    public void What_is_no_published_draw_is_refused_at_a_line(string text) => PublicDraw.Verify(text).Flaw.ShouldBe(DrawFlaw.Format);
}
