using Microsoft.AspNetCore.Razor.Hosting;
using Trame.Foundation;

namespace Trame.Tests.House;

/// <summary>Which room a type lives in, and which layer that room belongs to. What the compiler makes (closures, Razor pages) lives where its source does.</summary>
internal static class Rooms
{
    private static readonly Dictionary<Type, string> Pages = typeof(TrameHost).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false)
        .Cast<RazorCompiledItemAttribute>().ToDictionary(item => item.Type, item => $"Trame{Path.GetDirectoryName(item.Identifier)!.Replace('/', '.')}".TrimEnd('.'));

    public static readonly IReadOnlyList<Type> Types = [.. typeof(TrameHost).Assembly.GetTypes().Where(t => NamespaceOf(t).StartsWith("Trame", StringComparison.Ordinal))];

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    public static string NamespaceOf(Type type) => Pages.GetValueOrDefault(Outermost(type)) ?? Outermost(type).Namespace ?? "";

    /// <summary>« Registers », « Observe », « Foundation »...: the first folder; « Program » for what lies at the top.</summary>
    public static string LayerOf(Type type) => NamespaceOf(type).Split('.') is ["Trame", var layer, ..] ? layer : "Program";

    /// <summary>« Trame.Registers.Occasions »: a layer and its folder.</summary>
    public static string RoomOf(Type type) => string.Join('.', NamespaceOf(type).Split('.').Take(3));
}
