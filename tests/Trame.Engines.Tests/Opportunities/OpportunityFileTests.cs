using Trame.Engines.Opportunities;

namespace Trame.Engines.Tests.Opportunities;

public sealed class OpportunityFileTests
{
    private const string Village = """
        {"kinds": [{"id": "couture", "most": 6}],
         "areas": [{"id": "bourg", "lat": 46.5, "lon": 2.5}],
         "needs": [{"id": "n1", "kind": "couture", "area": "bourg", "slots": ["mar 14-16"]}],
         "resources": [{"id": "r1", "kinds": ["couture"], "lat": 46.5, "lon": 2.5, "slots": ["tue 14-16"], "need": "n1"}],
         "places": [{"id": "p1", "lat": 46.5, "lon": 2.5, "seats": 8, "slots": ["tue 9-18"]}],
         "moments": [{"id": "m1", "kind": "couture", "lat": 46.5, "lon": 2.5, "slot": "fri 14-16", "seats": 2}]}
        """;

    [Fact] public void A_small_village_is_read()
    {
        var problem = OpportunityFile.Read(Village).Problem.ShouldNotBeNull();
        problem.Needs[0].Hours.ShouldBe(WeekHours.Of(24 + 14, 2));
        problem.Needs[0].Spot.ShouldBe(new GeoSpot(46.5, 2.5));
        problem.Resources[0].Need.ShouldBe(0);
    }

    [Fact] public void What_is_written_is_read_again()
    {
        var problem = OpportunitySample.Make(40, 12, 4, 5);
        var text = OpportunityFile.Write(problem);
        OpportunityFile.Write(OpportunityFile.Read(text).Problem.ShouldNotBeNull()).ShouldBe(text);
        OpportunityFile.Write(OpportunitySample.Make(40, 12, 4, 5)).ShouldBe(text);
    }

    [Theory]
    [InlineData("\"kind\": \"couture\", \"area\"", "\"kind\": \"tricot\", \"area\"", OpportunityFault.UnknownWord, 3)]
    [InlineData("\"id\": \"m1\"", "\"id\": \"p1\"", OpportunityFault.RepeatedId, 6)]
    [InlineData("\"seats\": 8", "\"seats\": -8", OpportunityFault.OutOfRange, 5)]
    [InlineData("\"seats\": 8", "\"seats\": NaN", OpportunityFault.NotJson, 5)]
    [InlineData("\"seats\": 8", "\"seats\": 1e999", OpportunityFault.OutOfRange, 5)]
    [InlineData("\"seats\": 8, ", "", OpportunityFault.MissingField, 5)]
    [InlineData("\"seats\": 8", "\"seats\": 8, \"sieges\": 8", OpportunityFault.UnknownField, 5)]
    [InlineData("[\"mar 14-16\"]", "[]", OpportunityFault.EmptySlots, 3)]
    [InlineData("mar 14-16", "mar 16-14", OpportunityFault.BadSlot, 3)]
    [InlineData("\"need\": \"n1\"", "\"need\": \"n2\"", OpportunityFault.UnknownWord, 4)]
    [InlineData("\"lat\": 46.5, \"lon\": 2.5, \"seats\": 8", "\"lat\": \"x\", \"lon\": 2.5, \"seats\": 8", OpportunityFault.WrongType, 5)]
    public void A_slip_is_refused_where_it_stands(string right, string wrong, OpportunityFault fault, int line)
    {
        Village.ShouldContain(right);
        var mistake = OpportunityFile.Read(Village.Replace(right, wrong, StringComparison.Ordinal)).Mistake.ShouldNotBeNull();
        (mistake.Fault, mistake.Line).ShouldBe((fault, line));
        mistake.Column.ShouldBeGreaterThan(1);
    }
}
