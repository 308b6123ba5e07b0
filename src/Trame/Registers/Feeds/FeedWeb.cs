using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary>Fetches a calendar, and asks only for what changed since. Never a machine behind our own walls, never more than five megabytes.</summary>
/// <param name="anywhere">Also within a private network; for who runs everything on one.</param>
public sealed class FeedWeb(bool anywhere) : IDisposable
{
    public const int MostBytes = 5 << 20;
    private const int Redirects = 3;

    private readonly HttpClient _http = new(OutsideWeb.Handler(anywhere, Redirects)) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = MostBytes };

    /// <param name="Text">Null when nothing changed, or when there is a trouble.</param>
    /// <param name="Trouble">A key of our texts; null when all is well.</param>
    public sealed record Answer(string? Text, string Etag, string Modified, string? Trouble);

    public async Task<Answer> Get(string url, string etag, string modified, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Trame", "1"));
        request.Headers.TryAddWithoutValidation("Accept", "text/calendar, */*;q=0.5");
        if (etag.Length > 0) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (modified.Length > 0) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop);
            if (answer.StatusCode == HttpStatusCode.NotModified) return new(null, etag, modified, null);
            if (!answer.IsSuccessStatusCode) return new(null, etag, modified, "feeds.trouble.status");
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(stop)).TrimStart('\uFEFF');
            return !text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? new(null, etag, modified, "feeds.trouble.not-one")
                : new(text, answer.Headers.ETag?.ToString() ?? "", answer.Content.Headers.TryGetValues("Last-Modified", out var said) ? said.First() : "", null);
        }
        catch (HttpRequestException reason) when (reason.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new(null, etag, modified, "feeds.trouble.too-large");
        }
        catch (HttpRequestException)
        {
            return new(null, etag, modified, "feeds.trouble.unreachable");
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, etag, modified, "feeds.trouble.unreachable");
        }
    }

    public void Dispose() => _http.Dispose();
}
