using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Trame.Foundation.Web;

/// <summary>
/// The reverse proxies of <c>TRAME__PROXIES</c>: what they say of the browser behind them (X-Forwarded-For, -Proto, -Host) is believed, and theirs alone.
/// From anyone else these headers are words of a stranger and change nothing.
/// </summary>
public static class Proxies
{
    public const string Setting = "Trame:Proxies";

    /// <summary>The piece of the setting that is neither an address nor a network; null when all are.</summary>
    public static string? Wrong(IConfiguration configuration) => Pieces(configuration).FirstOrDefault(p => !IPAddress.TryParse(p, out _) && !IPNetwork.TryParse(p, out _));

    internal static void Trust(WebApplication app, IConfiguration configuration)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear(); // the framework would believe whoever stands on this machine
        options.KnownIPNetworks.Clear();
        foreach (var piece in Pieces(configuration))
        {
            if (IPAddress.TryParse(piece, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(IPNetwork.Parse(piece));
        }

        if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0) app.UseForwardedHeaders(options);
    }

    private static string[] Pieces(IConfiguration configuration) => (configuration[Setting] ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
}
