using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.WebUtilities;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Tests.Registers.Occasions;

/// <summary>More than a list counts: it says « more », and no number that would be wrong; what a filter narrows enough is counted again.</summary>
public sealed class ManyOccasionsTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    [Fact]
    public async Task Beyond_what_is_counted_nothing_is_and_a_narrower_search_is_counted_again()
    {
        await space.In(async services =>
        {
            await services.GetRequiredService<CreateDemo>().Fill(services.GetRequiredService<TrameDb>(), new DemoSize(Occasions: OccasionResult.MostCounted + 500), null, default);
            return true;
        });
        var all = await Find("");
        all.IsMore.ShouldBeTrue();
        all.Counts.ShouldBeEmpty();

        var few = await Find("domaine=culture&nature=projet");
        few.IsMore.ShouldBeFalse();
        foreach (var code in OccasionFilter.Named("domaine").Codes)
            if (few.Counts.ContainsKey(("domaine", code))) few.CountOf("domaine", code).ShouldBe((await Find($"domaine={code}&nature=projet")).Total, code);
        few.Counts.ContainsKey(("domaine", "culture")).ShouldBeTrue();
    }

    private Task<OccasionResult> Find(string link) => space.In(services => services.GetRequiredService<FindOccasions>().Handle(OccasionQueryText.Read(QueryHelpers.ParseQuery(link)).Query, default));
}
