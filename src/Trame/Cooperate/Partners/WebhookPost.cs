using System.Net.Http.Headers;
using System.Text;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Partners;

/// <summary>Sends to an address of the web, and to no machine behind our own walls.</summary>
/// <param name="anywhere">Also within a private network; for who runs everything on one.</param>
public sealed class WebhookPost(bool anywhere) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(OutsideWeb.Handler(anywhere)) { Timeout = Patience };

    /// <returns>The status, or a word for what happened instead.</returns>
    public async Task<(int? Status, string Trouble)> Send(string url, string body, Guid message, string signature, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Trame", "1"));
        request.Headers.Add("Trame-Message", message.ToString());
        request.Headers.Add("Trame-Signature", signature);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return ((int)answer.StatusCode, "");
        }
        catch (HttpRequestException reason)
        {
            return (null, reason.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, "Timeout");
        }
    }

    public void Dispose() => _http.Dispose();
}
