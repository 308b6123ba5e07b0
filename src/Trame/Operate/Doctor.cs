using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary>Looks at everything Trame needs and says, for each thing that is missing, what to do.</summary>
public sealed class Doctor(DataFolder folder, IConfiguration configuration, Cog cog, TimeProvider clock)
{
    private const long LeastBytes = 200L << 20;
    private const int CalendarMonths = 6;

    /// <summary>The data folder is looked at first: without it nothing else can be asked.</summary>
    public async Task<IReadOnlyList<Finding>> Look(SpaceDirectory? directory, SpaceDatabases databases, CancellationToken stop)
    {
        var findings = new List<Finding> { Folder(), Room(), Sqlite(), Assets(), Keys(), Chromium(), Address(), Proxies(), SchoolYears() };
        foreach (var space in directory?.All() ?? []) findings.AddRange(await Space(space, databases, stop));
        if (directory is not null && directory.All().Count == 0) findings.Add(new(FindingState.Optional, "spaces", Texts.Get("operate.doctor.no-space")));
        return findings;
    }

    public Finding Folder()
    {
        try
        {
            folder.Prepare();
            var probe = Path.Combine(folder.Root, $".essai-{Guid.CreateVersion7():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Good("data", folder.Root);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            return new(FindingState.Blocking, "data", Texts.Get("operate.doctor.folder", folder.Root, reason.Message));
        }
    }

    private Finding Room()
    {
        var root = new DirectoryInfo(folder.Root);
        while (root is { Exists: false, Parent: { } parent }) root = parent;
        var free = new DriveInfo(root.FullName).AvailableFreeSpace;
        var megabytes = free >> 20;
        return free < LeastBytes ? new(FindingState.Blocking, "disk", Texts.Get("operate.doctor.disk", megabytes)) : Good("disk", $"{megabytes} MB");
    }

    private static Finding Sqlite()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sqlite_version() || CASE WHEN sqlite_compileoption_used('ENABLE_FTS5') THEN ' + FTS5' ELSE '' END";
        var said = (string)command.ExecuteScalar()!;
        return said.EndsWith("FTS5", StringComparison.Ordinal) ? Good("sqlite", said) : new(FindingState.Blocking, "sqlite", Texts.Get("operate.doctor.fts5", said));
    }

    private Finding Assets()
    {
        string[] needed = ["wwwroot/lib/htmx.min.js", "wwwroot/lib/leaflet.js", "wwwroot/lib/leaflet.css"];
        var missing = needed.Where(f => !File.Exists(Path.Combine(AppContext.BaseDirectory, f))).Concat(cog.Missing).ToList();
        return missing.Count > 0 ? new(FindingState.Blocking, "npm", Texts.Get("operate.doctor.npm", string.Join(", ", missing))) : Good("npm", Cog.Source);
    }

    private Finding Keys() => Directory.Exists(folder.Keys) && Directory.EnumerateFiles(folder.Keys).Any()
        ? Good("keys", folder.Keys) : new(FindingState.Optional, "keys", Texts.Get("operate.doctor.keys", folder.Keys));

    private Finding Chromium()
    {
        var named = configuration["Trame:Chromium"];
        var path = named is { Length: > 0 } ? (File.Exists(named) ? named : null) : OnPath("chromium", "chromium-browser", "google-chrome");
        return path is null ? new(FindingState.Optional, "chromium", Texts.Get("operate.doctor.chromium")) : Good("chromium", path);
    }

    private Finding Address() => configuration["Trame:Address"] is { Length: > 0 } address
        ? Uri.TryCreate(address, UriKind.Absolute, out _) ? Good("address", address) : new(FindingState.Blocking, "address", Texts.Get("operate.doctor.address-wrong", address))
        : new(FindingState.Optional, "address", Texts.Get("operate.doctor.address"));

    // Without the proxy's address every visitor is the proxy: limits are shared, links and cookies are those of plain http.
    private Finding Proxies() => Foundation.Web.Proxies.Wrong(configuration) is { } wrong ? new(FindingState.Blocking, "proxies", Texts.Get("host.proxies", wrong))
        : configuration[Foundation.Web.Proxies.Setting] is { Length: > 0 } known ? Good("proxies", known)
        : configuration["Trame:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true ? new(FindingState.Optional, "proxies", Texts.Get("operate.doctor.proxies"))
        : Good("proxies", Texts.Get("operate.doctor.no-proxy"));

    private Finding SchoolYears()
    {
        var last = SchoolHolidays.French(SchoolZone.A).KnownTo;
        var today = LocalDate.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var told = LocalDatePattern.Iso.Format(last);
        return last < today.PlusMonths(CalendarMonths) ? new(FindingState.Optional, "school-holidays", Texts.Get("operate.doctor.school-holidays", told)) : Good("school-holidays", $"→ {told}");
    }

    private static string? OnPath(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(dir => names.Select(name => Path.Combine(dir, name))).FirstOrDefault(File.Exists);

    private static async Task<IReadOnlyList<Finding>> Space(Space space, SpaceDatabases databases, CancellationToken stop)
    {
        var name = $"{space.Slug} ({EnumWords.Write(space.Provider)})";
        if (space.Provider == Provider.Sqlite && !File.Exists(space.Connection)) return [new(FindingState.Blocking, name, Texts.Get("operate.doctor.space-file", space.Connection))];
        try
        {
            await using var db = databases.Open(space);
            var pending = await Migrator.Pending(db, stop);
            if (pending.Count > 0) return [new(FindingState.Optional, name, Texts.Get("operate.doctor.pending", pending.Count))];
            var communes = await db.Set<Territory>().CountAsync(t => t.Kind == TerritoryKind.Commune, stop);
            var drawn = await db.Set<Territory>().CountAsync(t => t.Kind == TerritoryKind.Commune && t.Contour != null, stop);
            var lost = await db.Set<Territory>().CountAsync(t => t.Kind == TerritoryKind.Commune && t.Contour == null && t.Latitude == null, stop);
            var state = drawn == communes ? Good($"{name} contours", $"{drawn}/{communes}")
                : new Finding(FindingState.Optional, $"{name} contours", Texts.Get(lost > 0 ? "operate.doctor.lost" : "operate.doctor.contours", lost > 0 ? lost : drawn, communes));
            return [Good(name, space.Name), state];
        }
        catch (Exception reason) when (reason is NewerSchemaException or ArgumentException || SpaceDatabases.Failure(reason) is not null)
        {
            return [new(FindingState.Blocking, name, Texts.Get("operate.doctor.space", (SpaceDatabases.Failure(reason) ?? reason).Message))];
        }
    }

    private static Finding Good(string name, string said) => new(FindingState.Good, name, said);
}
