using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>What a space decides for itself: who is responsible, whom to call, the secrecy threshold, how long things are kept.</summary>
public sealed record SpaceSettings
{
    public static readonly IReadOnlyList<string> CounterTypes = ["france-services", "ccas", "town-hall", "social-centre"];

    public string Name { get; init; } = "";
    public Guid? TerritoryId { get; init; }
    public string Country { get; init; } = "FR";
    public string TimeZone { get; init; } = "Europe/Paris";
    public string SchoolZone { get; init; } = "";
    public string HelpPhone { get; init; } = "";
    public string HelpHours { get; init; } = "";

    /// <summary>Kinds of places that count as counters, with spaces between; empty when the header names none.</summary>
    public string HelpCounters { get; init; } = string.Join(' ', CounterTypes);
    public string Controller { get; init; } = "";
    public string ControllerContact { get; init; } = "";
    public int SecrecyThreshold { get; init; } = 11;
    public string Basemap { get; init; } = "";
    public string BasemapCredit { get; init; } = "";
    public bool IsDemo { get; init; }
    public int FreshMonths { get; init; } = 12;

    public IReadOnlyList<string> HelpCounterTypes => HelpCounters.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<SpaceSettings> Read(TrameDb db, CancellationToken stop)
    {
        var rows = await db.Set<Setting>().AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Value, stop);
        var settings = new SpaceSettings();
        foreach (var property in typeof(SpaceSettings).GetProperties().Where(p => p.CanWrite))
            if (rows.TryGetValue(property.Name, out var text)) property.SetValue(settings, Parse(property.PropertyType, text));
        return settings;
    }

    public static async Task Write(TrameDb db, SpaceSettings settings, CancellationToken stop)
    {
        var rows = await db.Set<Setting>().ToDictionaryAsync(s => s.Key, stop);
        foreach (var property in typeof(SpaceSettings).GetProperties().Where(p => p.CanWrite))
        {
            var text = Convert.ToString(property.GetValue(settings), CultureInfo.InvariantCulture) ?? "";
            if (rows.TryGetValue(property.Name, out var row)) row.Become(text);
            else db.Add(new Setting(property.Name, text));
        }
    }

    private static object? Parse(Type type, string text) =>
        type == typeof(Guid?) ? (Guid.TryParse(text, out var id) ? id : null)
        : type == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture)
        : type == typeof(bool) ? bool.Parse(text)
        : text;
}
