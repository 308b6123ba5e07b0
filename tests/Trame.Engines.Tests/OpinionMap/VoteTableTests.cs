using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.OpinionMap;

namespace Trame.Engines.Tests.OpinionMap;

public sealed class VoteTableTests
{
    private static readonly Gen<Vote[]> Some = (from person in Gen.Choose(0, 9) from comment in Gen.Choose(0, 7) from value in Gen.Choose(-1, 1) select new Vote(person, comment, value)).ArrayOf();

    private static Dictionary<(long, long), int> LastOfEach(IEnumerable<Vote> votes)
    {
        var last = new Dictionary<(long, long), int>();
        foreach (var vote in votes) last[(vote.Participant, vote.Comment)] = vote.Value;
        return last;
    }

    private static Dictionary<(long, long), int> Held(VoteTable table) => table.All().ToDictionary(v => (v.Participant, v.Comment), v => v.Value);

    [Fact]
    public void A_change_of_mind_replaces_the_vote()
    {
        var table = VoteTable.Of([new(7, 3, 1), new(8, 3, -1), new(7, 3, 0)]);
        (table.ParticipantCount, table.CommentCount, table.VoteCount).ShouldBe((2, 1, 2));
        table.All().ShouldBe([new Vote(7, 3, 0), new Vote(8, 3, -1)]);
    }

    [Fact] public void A_vote_of_seven_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => VoteTable.Of([new(1, 1, 7)]));

    [Fact] public void Nobody_is_a_table_too() => (VoteTable.Empty.ParticipantCount, VoteTable.Empty.VoteCount).ShouldBe((0, 0));

    [Fact]
    public void It_holds_the_last_vote_of_each_pair() => Prop.ForAll(Some.ToArbitrary(), votes =>
        Held(VoteTable.Of(votes)).OrderBy(p => p.Key).SequenceEqual(LastOfEach(votes).OrderBy(p => p.Key))).QuickCheckThrowOnFailure();

    [Fact]
    public void Votes_added_later_give_the_same_table_and_rows_keep_their_places() => Prop.ForAll(Some.ToArbitrary(), Some.ToArbitrary(), (first, second) =>
    {
        var (before, after) = (VoteTable.Of(first), VoteTable.Of(first).With(second));
        return Held(after).OrderBy(p => p.Key).SequenceEqual(Held(VoteTable.Of([.. first, .. second])).OrderBy(p => p.Key))
            && after.Participants[..before.ParticipantCount].SequenceEqual(before.Participants) && after.Comments[..before.CommentCount].SequenceEqual(before.Comments);
    }).QuickCheckThrowOnFailure();
}
