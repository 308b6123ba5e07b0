using System.Net;
using System.Net.Sockets;

namespace Trame.Foundation.Web;

/// <summary>The way to addresses of the web, and to no machine behind our own walls: each address is looked at when the connection is made, so that a name cannot lead inside.</summary>
public static class OutsideWeb
{
    /// <param name="anywhere">Also within a private network; for who runs everything on one.</param>
    /// <param name="redirects">How many are followed.</param>
    public static SocketsHttpHandler Handler(bool anywhere, int redirects = 0) => new()
    {
        AllowAutoRedirect = redirects > 0, MaxAutomaticRedirections = Math.Max(1, redirects), UseCookies = false, UseProxy = false, AutomaticDecompression = redirects > 0 ? DecompressionMethods.All : DecompressionMethods.None,
        ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, anywhere, stop), PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Addresses of this machine, of a private network, of a link, of nobody (RFC 6890).</summary>
    public static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)) return true;
        if (address.AddressFamily != AddressFamily.InterNetwork) return false;
        return address.GetAddressBytes() is [0 or 10 or 127 or >= 224, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..] or [192, 0, 0, _] or [198, 18 or 19, ..];
    }

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
