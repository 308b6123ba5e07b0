using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>The services of one structure in a list of services (data·inclusion): one place, that offers them all. A list of places says each of them once.</summary>
internal static class ServicesOfOne
{
    // Said by several services, all of it holds of the place; of the rest the first that speaks is heard.
    private static readonly string[] Added = ["fields", "audiences", "access"];

    /// <summary>Where the first of them stood; what could not be read last.</summary>
    public static IEnumerable<(PlaceLine? Line, RowError? Broken)> Of(IEnumerable<(PlaceLine? Line, RowError? Broken)> rows)
    {
        var (order, groups, broken) = (new List<string>(), new Dictionary<string, List<PlaceLine>>(StringComparer.Ordinal), new List<RowError>());
        foreach (var (line, error) in rows)
        {
            if (line is null)
            {
                broken.Add(error!); // one of the two
                continue;
            }

            var id = line["id"].Trim() is { Length: > 0 } said ? said : $"\0{line.Rank}";
            if (!groups.TryGetValue(id, out var group))
            {
                groups[id] = group = [];
                order.Add(id);
            }

            group.Add(line);
        }

        foreach (var id in order) yield return (One(groups[id]), null);
        foreach (var error in broken) yield return (null, error);
    }

    private static PlaceLine One(List<PlaceLine> services)
    {
        if (services is [var only]) return only;
        var values = new Dictionary<string, string>();
        foreach (var (field, value) in services.SelectMany(s => s.Values))
        {
            if (!values.TryGetValue(field, out var before) || before.Length == 0) values[field] = value;
            else if (Added.Contains(field) && !before.Split('\n').Contains(value)) values[field] = $"{before}\n{value}";
        }

        values["offers"] = string.Join('\n', services.Select(s => s["name"].Trim()).Where(n => n.Length > 0).Distinct());
        return services[0] with { Values = values, Notes = [.. services[0].Notes, "sources.places.note.grouped"] };
    }
}
