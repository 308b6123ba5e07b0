namespace Trame.Tests.House;

/// <summary>Arrows point down: a layer uses those below it, never those above. Capabilities stand side by side and meet at their doors.</summary>
internal static class Layers
{
    private static readonly string[] Capabilities = ["Connect", "Act", "Deliberate", "Cooperate", "Account", "Include"];
    private static readonly string[] Tops = ["Program", "Serve", "Demo", "Operate"];

    public static IEnumerable<Breach> Check(IEnumerable<Type> types) =>
        from type in types
        let layer = Rooms.LayerOf(type)
        from used in Uses.TypesOf(type)
        where Rooms.NamespaceOf(used).StartsWith("Trame.", StringComparison.Ordinal)
        let below = Rooms.LayerOf(used)
        where below != layer && !Allowed(layer).Contains(below)
        select new Breach(type.FullName!, $"{layer} uses {below} ({used.FullName})");

    private static IReadOnlyList<string> Allowed(string layer) => layer switch
    {
        "Engines" => [],
        "Foundation" => ["Engines"],
        "Registers" => ["Foundation", "Engines"],
        "Observe" => ["Registers", "Foundation", "Engines", .. Capabilities], // only what their doors publish: see Doors
        "Program" or "Serve" or "Demo" or "Operate" => [.. Tops, "Observe", "Registers", "Foundation", "Engines", .. Capabilities],
        _ when Capabilities.Contains(layer) => ["Registers", "Foundation", "Engines", .. Capabilities],
        _ => throw new InvalidOperationException($"The layer {layer} is not in architecture.md: say there what it may use, then here."),
    };
}
