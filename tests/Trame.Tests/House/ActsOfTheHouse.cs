using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation;
using Trame.Foundation.Web;

namespace Trame.Tests.House;

/// <summary>What the rooms register, read from the collection of services: nothing is built for it.</summary>
internal static class ActsOfTheHouse
{
    public static IReadOnlyList<Act> All { get; } = [.. Registered<Act>()];

    public static IEnumerable<T> Registered<T>()
    {
        var services = new ServiceCollection();
        foreach (var module in TrameHost.Modules) module.Register(services);
        return services.Where(s => s.ServiceType == typeof(T)).Select(s => s.ImplementationInstance).OfType<T>();
    }
}
