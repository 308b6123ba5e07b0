using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Reference;

namespace Trame.Engines.Tests.OpinionMap;

/// <summary>Published groups of eight public conversations (compdemocracy/openData, CC BY 4.0). They depend on how they were reached, which nobody kept: see docs/methods/carte-des-opinions.md.</summary>
public sealed partial class ReferencePipelineTests
{
    // Adjusted Rand index of two re-implementations run beside (red-dwarf; a replica without history), then the least that ours must reach, in one run and replayed.
    public static TheoryData<string, double, double, double, double> Published => new()
    {
        { "london.youth.policing", 0.105, -0.0195, -0.02, 0.10 },
        { "15-per-hour-seattle", 0.52, 0.5625, 0.56, 0.80 },
        { "scoop-hivemind.freshwater", 0.0679, 0.1316, 0.13, 0.13 },
        { "brexit-consensus", 0.6355, 0.542, 0.54, 0.90 },
        { "bg2050-volunteers", 1.0, 1.0, 0.999, 0.70 },
        { "football-concussions", 0.1299, 0.0883, 0.08, 0.10 },
        { "scoop-hivemind.biodiversity", 0.954, 0.9886, 0.98, 0.90 },
        { "vtaiwan.uberx", 0.8259, 0.9289, 0.92, 0.80 },
    };

    [Theory, MemberData(nameof(Published))]
    public void Groups_of_one_run_agree_with_the_published_ones_as_much_as_the_re_implementation(string name, double redDwarf, double replica, double inOneRun, double replayed)
    {
        var conversation = PolisData.Read(name);
        var once = ReferencePipeline.Run(VoteTable.Of(conversation.Wide.Votes), conversation.ModeratedOut, stop: Stop);
        var agreement = PolisData.Agreement(once.Votes, once.GroupOf, conversation.Published);
        TestContext.Current.SendDiagnosticMessage($"{name}: {agreement:F4} in one run; red-dwarf {redDwarf}, replica {replica}");
        agreement.ShouldBeGreaterThanOrEqualTo(Math.Max(inOneRun, replica - 1e-3));
        if (conversation.Long.Votes.Count > 6000) return; // the bench replays the larger ones
        var again = ReferenceReplay.Run(conversation.Long.Votes, conversation.ModeratedOut, ReferenceReplay.UsualUpdates, stop: Stop);
        PolisData.Agreement(again.Votes, again.GroupOf, conversation.Published).ShouldBeGreaterThanOrEqualTo(replayed);
    }

    [Theory]
    [InlineData("bg2050-volunteers")]
    [InlineData("scoop-hivemind.biodiversity")]
    [InlineData("vtaiwan.uberx")]
    public void Representative_statements_overlap_those_of_the_published_groups(string name)
    {
        var conversation = PolisData.Read(name);
        var map = ReferencePipeline.Run(VoteTable.Of(conversation.Wide.Votes), conversation.ModeratedOut, stop: Stop);
        var published = map with { GroupOf = [.. map.Votes.Participants.ToArray().Select(p => conversation.Published.GetValueOrDefault(p, -1))] };
        var (mine, theirs) = (Told(map), Told(published));
        var overlap = mine.Average(m => theirs.Max(t => m.Intersect(t).Count() / (double)Math.Max(1, m.Count)));
        overlap.ShouldBeGreaterThanOrEqualTo(0.8);

        List<List<(long, bool)>> Told(ReferenceMap of) => [.. ReferenceStatements.Representative(of, conversation.ModeratedOut).Select(g => g.Select(s => (s.Comment, s.IsAgree)).ToList())];
    }
}
