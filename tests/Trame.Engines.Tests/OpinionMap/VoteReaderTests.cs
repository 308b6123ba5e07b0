using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Files;

namespace Trame.Engines.Tests.OpinionMap;

public sealed class VoteReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static VoteFile Read(string text) => VoteReader.Read(new StringReader(text), stop: Stop);

    [Theory]
    [InlineData("\uFEFFparticipant;12;7\r\n3;1;-1\r\n;;\r\n")]
    [InlineData("participant\t12\t7\r3\t1\t-1\r")]
    [InlineData("\nparticipant, \"12\" ,7\n  \n3,1, \"-1\"\n")]
    public void What_a_spreadsheet_saves_is_read(string text) => Read(text).Votes.ShouldBe([new Vote(3, 12, 1), new(3, 7, -1)]);

    [Fact]
    public void The_wide_form_has_a_row_per_person_and_a_column_per_statement() =>
        Read("participant,group-id,n-votes,12,7\n3,0,2,1,-1\n4,,1,,0\n").Votes.ShouldBe([new Vote(3, 12, 1), new(3, 7, -1), new(4, 7, 0)]);

    [Fact]
    public void The_long_form_has_a_row_per_vote_in_the_order_of_time()
    {
        var file = Read("vote,comment-id,voter-id,datetime,timestamp\r\n1,5,2,\"Tue, noon\",20\r\n-1,5,2,,10\r\n");
        file.HasTimes.ShouldBeTrue();
        file.Votes.ShouldBe([new Vote(2, 5, -1, 10), new(2, 5, 1, 20)]);
    }

    [Fact] public void A_byte_order_mark_and_capitals_in_titles_do_not_matter() => Read("\uFEFFParticipant,1\n1,1\n").Votes.ShouldHaveSingleItem();

    [Fact] public void Other_columns_are_said() => Read("participant,age,1\n1,x,1\n").Ignored.ShouldBe(["age"]);

    [Theory]
    [InlineData("", VoteFileTrouble.Empty, 1, 1)]
    [InlineData("participant,1\n1,7\n", VoteFileTrouble.NotAVote, 2, 2)]
    [InlineData("participant,1\n1,oui\n", VoteFileTrouble.NotANumber, 2, 2)]
    [InlineData("participant,1\nx,1\n", VoteFileTrouble.NotANumber, 2, 1)]
    [InlineData("participant,1\n1,1\n\n1,0\n", VoteFileTrouble.RepeatedRow, 4, 1)]
    [InlineData("participant,1,1\n1,1,1\n", VoteFileTrouble.RepeatedColumn, 1, 3)]
    [InlineData("participant,1,2\n1,1\n", VoteFileTrouble.WrongCellCount, 2, 2)]
    [InlineData("participant,n-votes\n1,1\n", VoteFileTrouble.MissingColumn, 1, 2)]
    [InlineData("person,1\n1,1\n", VoteFileTrouble.MissingColumn, 1, 2)]
    [InlineData("participant,1\n1,\uFFFF\n", VoteFileTrouble.NotUtf8, 2, 2)]
    [InlineData("participant,1\n1,\"1\n", VoteFileTrouble.UnclosedQuote, 2, 2)]
    [InlineData("timestamp,voter-id,comment-id\n1,1,1\n", VoteFileTrouble.MissingColumn, 1, 3)]
    [InlineData("timestamp,voter-id,comment-id,vote\n1,1,1,2\n", VoteFileTrouble.NotAVote, 2, 4)]
    [InlineData("timestamp,voter-id,comment-id,vote\n\"a\nb\",1,1,1\n", VoteFileTrouble.NotANumber, 2, 1)]
    [InlineData("timestamp,voter-id,comment-id,vote\n1,1,1,\n", VoteFileTrouble.NotANumber, 2, 4)]
    public void What_is_wrong_is_told_with_its_place(string text, VoteFileTrouble trouble, int line, int column)
    {
        var problem = Read(text).Problem.ShouldNotBeNull();
        (problem.Trouble, problem.Line, problem.Column).ShouldBe((trouble, line, column));
    }

    [Fact]
    public void Statements_say_whether_they_are_moderated()
    {
        var file = CommentReader.Read(new StringReader("comment-body,moderated,comment-id,is-meta\n\"a, b\",-1,4,false\nc,1,5,true\nd,0,6,false\n"), stop: Stop);
        file.Comments.Select(c => (c.Id, c.IsOut, c.Text)).ShouldBe([(4, true, "a, b"), (5, true, "c"), (6, false, "d")]);
        CommentReader.Read(new StringReader("comment-id,moderated\n1,2\n"), stop: Stop).Problem!.Trouble.ShouldBe(VoteFileTrouble.NotAModeration);
        CommentReader.Read(new StringReader("comment-id\n1\n"), stop: Stop).Problem!.Found.ShouldBe("moderated");
    }
}
