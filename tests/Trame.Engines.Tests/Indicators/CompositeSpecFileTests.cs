using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

public sealed class CompositeSpecFileTests
{
    private const string Good = """
        {"name":"t","units":{"id":"id"},
         "indicators":[{"column":"a","direction":"up"},{"column":"b","direction":"down"}],
         "groups":[{"name":"G","indicators":["a","b"]}]}
        """;

    [Theory]
    [InlineData("\"up\"", "\"hausse\"", SpecFault.UnknownWord, 2, 42)]
    [InlineData("\"column\":\"b\"", "\"column\":\"a\"", SpecFault.RepeatedName, 2, 58)]
    [InlineData("[\"a\",\"b\"]}", "[\"a\",\"c\"]}", SpecFault.UnknownWord, 3, 42)]
    [InlineData("[\"a\",\"b\"]}", "[\"a\",\"a\"]}", SpecFault.RepeatedName, 3, 42)]
    [InlineData("[\"a\",\"b\"]}", "[\"a\"]}", SpecFault.NoGroup, 2, 48)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",\"poids\":1,", SpecFault.UnknownField, 1, 21)]
    [InlineData("\"name\":\"t\",", "", SpecFault.MissingField, 1, 1)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",\"name\":\"u\",", SpecFault.RepeatedField, 1, 13)]
    [InlineData("\"name\":\"t\",", "\"name\":7,", SpecFault.WrongType, 1, 9)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",\"missing\":\"parent\",", SpecFault.NotHere, 1, 23)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",\"normalisation\":\"target\",", SpecFault.NotHere, 1, 29)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",\"classes\":1,", SpecFault.OutOfRange, 1, 23)]
    [InlineData("\"name\":\"t\",", "\"name\":\"t\",,", SpecFault.NotJson, 1, 13)]
    [InlineData("\"name\":\"G\"", "\"name\":\"G\",\"aggregation\":\"non-compensatory\"", SpecFault.NotHere, 3, 20)]
    [InlineData("\"direction\":\"up\"", "\"direction\":\"up\",\"least\":5,\"most\":5", SpecFault.OutOfRange, 2, 55)]
    [InlineData("\"direction\":\"up\"", "\"direction\":\"up\",\"transform\":\"log\",\"least\":0", SpecFault.OutOfRange, 2, 73)]
    public void What_is_wrong_has_its_line_and_column(string from, string to, SpecFault fault, int line, int column)
    {
        Composite.Read(Good).Groups.Count.ShouldBe(1);
        var mistake = CompositeSpecFile.Read(Good.Replace(from, to, StringComparison.Ordinal)).Mistake!;
        (mistake.Fault, mistake.Line, mistake.Column).ShouldBe((fault, line, column));
    }

    [Fact]
    public void An_index_in_which_nothing_counts_is_refused() =>
        CompositeSpecFile.Read(Good.Replace("\"up\"", "\"unsaid\"", StringComparison.Ordinal).Replace("\"down\"", "\"unsaid\"", StringComparison.Ordinal)).Mistake!.Fault.ShouldBe(SpecFault.NothingCounts);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"units\":null}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    public void Anything_else_is_refused(string text) => CompositeSpecFile.Read(text).Mistake.ShouldNotBeNull();
}
