using System.Net;
using Trame.Foundation.Web;

namespace Trame.Tests.Observe.Api;

/// <summary>An address that asks too often is told when to come back; a space of its own, so that nobody else waits.</summary>
public sealed class PaceTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    [Fact]
    public async Task The_request_too_many_is_refused_with_its_reason_and_the_pages_still_answer()
    {
        var http = space.Browse().Http;
        for (var asked = 0; asked < RateLimits.ApiPerMinute; asked++) (await http.GetAsync("/api/v1/nulle-part", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var refused = await http.GetAsync("/api/v1/nulle-part", TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        refused.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Trop de demandes");
        (await space.Browse().Open("/donnees")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
