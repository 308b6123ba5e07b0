using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation;
using RightTo = Trame.Foundation.Web.Act;

namespace Trame.Tests.House;

/// <summary>What the rooms register, read from the collection of services: nothing is built for it.</summary>
internal static class ActsOfTheHouse
{
    public static IReadOnlyList<RightTo> All { get; } = [.. Registered<RightTo>()];

    public static IEnumerable<T> Registered<T>()
    {
        var services = new ServiceCollection();
        foreach (var module in TrameHost.Modules) module.Register(services);
        return services.Where(s => s.ServiceType == typeof(T)).Select(s => s.ImplementationInstance).OfType<T>();
    }
}
