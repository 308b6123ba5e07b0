using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed class SortitionReaderTests
{
    private const string Quotas = "category,feature,min,max\nage,18-24,1,2\nage,25+,1,2\nlieu,nord,0,2\nlieu,sud,0,2\n";
    private const string People = "prenom_id,age,lieu\na,18-24,nord\nb, 25+ ,SUD\nc,25+,sud\n";

    private static SortitionReading Read(string quotas, string people, int size = 2, params string[] address) => SortitionReader.Read(new StringReader(quotas), new StringReader(people), size, address);

    [Fact] public void Case_and_outer_spaces_do_not_count()
    {
        var problem = Read(Quotas, People).Problem.ShouldNotBeNull();
        problem.Pool.Select(p => p.Id).ShouldBe(["a", "b", "c"]);
        problem.Counts(problem.Quotas[3], problem.Pool[1]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("\uFEFFfeature;value;max;min\r\n\"AGE\";\"18-24\";2;1\r\n\r\nage;25+;2;1\r\n")]
    [InlineData("feature\tvalue\tmin\tmax\tmin_flex\tmax_flex\nage\t18-24\t1\t2\t0\t3\nage\t25+\t1\t2\t\t\n")]
    public void Semicolons_tabs_quotes_marks_and_empty_lines_are_understood(string quotas) => Read(quotas, People).Problem!.Quotas.Select(q => (q.Value, q.Min, q.Max)).ShouldBe([("18-24", 1, 2), ("25+", 1, 2)]);

    [Fact] public void Without_an_identifier_the_rows_are_numbered() => Read(Quotas, "nom,age,lieu\nZoé,18-24,nord\n\nLéo,25+,sud\n").Problem!.Pool.Select(p => p.Id).ShouldBe(["1", "2"]);

    [Theory]
    [InlineData("age × lieu,18-24 × nord,0,1")]
    [InlineData("Lieu*age,nord * 18-24,0,1")]
    [InlineData("age+lieu,25++sud,0,1")] // « 25+ » and « sud »: the joint is where both sides are known
    public void Intersections_join_two_categories(string line)
    {
        var quota = Read(Quotas + line, People).Problem!.Quotas[^1];
        new[] { quota.Category.ToUpperInvariant(), quota.OtherCategory!.ToUpperInvariant() }.Order().ShouldBe(["AGE", "LIEU"]);
    }

    [Fact] public void A_value_of_several_lines_keeps_the_lines_counted() => Read(Quotas, "id,note,age,lieu\na,\"deux\nlignes\",18-24,nord\nb,x,25+,ouest\n").Fault.ShouldBe(new(true, 4, "lieu", InputMistake.UnknownValue, "ouest"));

    [Fact] public void One_address_written_in_two_ways_is_one_household()
    {
        var pool = Read(Quotas, "id,age,lieu,rue,cp\na,18-24,nord,\"12, rue de l’Église\",03000\nb,25+,sud,12 RUE DE L'EGLISE,03000\nc,25+,sud,,\n", 2, "rue", "cp").Problem!.Pool;
        pool[0].Household.ShouldBe(pool[1].Household);
        pool[2].Household.ShouldBeNull();
    }

    [Theory]
    [InlineData("", People, false, 1, "", InputMistake.Empty)]
    [InlineData("category,feature,min\nage,18-24,1\n", People, false, 1, "max", InputMistake.NoColumn)]
    [InlineData("category,feature,min,max\nage,18-24,x,2\n", People, false, 2, "min", InputMistake.NoNumber)]
    [InlineData("category,feature,min,max\nage,18-24,1,-2\n", People, false, 2, "max", InputMistake.NoNumber)]
    [InlineData("category,feature,min,max\nage,18-24,3,2\n", People, false, 2, "min", InputMistake.MinAboveMax)]
    [InlineData("category,feature,min,max,min_flex\nage,18-24,1,2,2\n", People, false, 2, "min_flex", InputMistake.FlexInside)]
    [InlineData("category,feature,min,max\nage,18-24,1,2,3\n", People, false, 2, "max", InputMistake.Cells)]
    [InlineData("category,feature,min,max\nage,18-24,1,2\nAge,18-24 ,1,2\n", People, false, 3, "feature", InputMistake.QuotaTwice)]
    [InlineData("category,feature,min,max\nage,,1,2\n", People, false, 2, "feature", InputMistake.Blank)]
    [InlineData("category,feature,min,max\n", People, false, 1, "", InputMistake.NoRow)]
    [InlineData("category,feature,min,max\nage,\"18-24,1,2\n", People, false, 2, "feature", InputMistake.OpenQuote)]
    [InlineData("category,feature,min,max\nage,\0,1,2\n", People, false, 2, "feature", InputMistake.NotText)]
    [InlineData("\n\ncategory,feature,min\nage,18-24,1\n", People, false, 3, "max", InputMistake.NoColumn)]
    [InlineData("category,feature,min,max\nmétier,x,1,2\n", People, true, 1, "métier", InputMistake.NoColumn)]
    [InlineData(Quotas, "id,age,lieu\na,18-24,nord\na,25+,sud\n", true, 3, "id", InputMistake.IdTwice)]
    [InlineData(Quotas, "id,age,lieu\na,18-24,nord\nb,,sud\n", true, 3, "age", InputMistake.Blank)]
    [InlineData(Quotas, "id,age,lieu,age\na,18-24,nord,x\n", true, 1, "age", InputMistake.ColumnTwice)]
    [InlineData(Quotas, "id,age,lieu\na,18-24,nord\n", true, 1, "", InputMistake.TooFewPeople)]
    public void What_is_wrong_is_told_where_it_is(string quotas, string people, bool inPeople, int line, string column, InputMistake mistake)
    {
        var fault = Read(quotas, people).Fault.ShouldNotBeNull();
        (fault.InPeople, fault.Line, fault.Column, fault.Mistake).ShouldBe((inPeople, line, column, mistake));
    }
}
