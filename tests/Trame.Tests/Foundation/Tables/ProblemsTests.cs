using Trame.Foundation.Tables;

namespace Trame.Tests.Foundation.Tables;

public sealed class ProblemsTests
{
    [Fact]
    public void A_million_problems_are_counted_and_the_first_are_kept()
    {
        var problems = new Problems();
        for (var n = 1; n <= 1_000_000; n++) problems.Add($"Ligne {n}");
        problems.Count.ShouldBe(1_000_000);
        problems.Take(2).ShouldBe(["Ligne 1", "Ligne 2"]);
        problems.ToArray().Length.ShouldBeLessThan(2_000);
    }
}
