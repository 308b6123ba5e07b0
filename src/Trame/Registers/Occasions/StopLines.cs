using System.Text.Json;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>The stops of a round as people type them: one per line, « name ; hours ».</summary>
internal static class StopLines
{
    public static string Read(string typed)
    {
        var lines = typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var stops = lines.Select(line => line.Split(';', 2, StringSplitOptions.TrimEntries)).Select(p => new Stop(p[0], null, null, null, p.Length > 1 ? p[1] : "")).ToList();
        return stops.Count == 0 ? "" : JsonSerializer.Serialize(stops, Columns.Json);
    }

    /// <summary>What was typed comes back as it was when it is not the register's own form.</summary>
    public static string Write(string stored) => stored.StartsWith('[')
        ? string.Join('\n', JsonSerializer.Deserialize<List<Stop>>(stored, Columns.Json)!.Select(s => s.Hours.Length > 0 ? $"{s.Name} ; {s.Hours}" : s.Name))
        : stored;
}
