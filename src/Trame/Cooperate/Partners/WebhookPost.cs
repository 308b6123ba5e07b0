using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Trame.Cooperate.Partners;

/// <summary>Sends to an address of the web, and to no machine behind our own walls: each address is looked at when the connection is made, so that a name cannot lead inside.</summary>
/// <param name="anywhere">Also within a private network; for who runs everything on one.</param>
public sealed class WebhookPost(bool anywhere) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, anywhere, stop), PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

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

    /// <summary>Addresses of this machine, of a private network, of a link, of nobody (RFC 6890).</summary>
    internal static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)) return true;
        if (address.AddressFamily != AddressFamily.InterNetwork) return false;
        return address.GetAddressBytes() is [0 or 10 or 127 or >= 224, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..] or [192, 0, 0, _] or [198, 18 or 19, ..];
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool anywhere, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, stop);
        var allowed = addresses.Where(a => anywhere || !IsInside(a)).ToArray();
        if (allowed.Length == 0) throw new HttpRequestException(HttpRequestError.ConnectionError, $"{to.Host} is inside");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException reason)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, reason.Message, reason);
        }
    }
}
