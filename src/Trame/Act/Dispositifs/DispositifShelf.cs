using Trame.Foundation.Spaces;

namespace Trame.Act.Dispositifs;

/// <summary>The dispositifs at hand: those shipped with Trame, and those a team has put in « dispositifs » of its data folder. A file that is added or mended is read at the next page.</summary>
public sealed class DispositifShelf(DataFolder data)
{
    private readonly Lock _lock = new();
    private string _stamp = "";
    private (IReadOnlyList<Dispositif> Good, IReadOnlyList<(string File, DispositifFault Fault)> Bad) _known = ([], []);

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "data", "dispositifs");

    public string Own => Path.Combine(data.Root, "dispositifs");

    /// <summary>By name.</summary>
    public IReadOnlyList<Dispositif> All => Fresh().Good;

    /// <summary>The team's files that could not be read, and why.</summary>
    public IReadOnlyList<(string File, DispositifFault Fault)> Faulty => Fresh().Bad;

    public Dispositif? Named(string key) => All.FirstOrDefault(d => d.Key == key);

    private (IReadOnlyList<Dispositif> Good, IReadOnlyList<(string File, DispositifFault Fault)> Bad) Fresh()
    {
        var files = new[] { Shipped, Own }.Where(Directory.Exists).SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.yaml").OrderBy(f => f.Name, StringComparer.Ordinal)).ToList();
        var stamp = string.Join('|', files.Select(f => $"{f.FullName}:{f.Length}:{f.LastWriteTimeUtc.Ticks}"));
        lock (_lock)
        {
            if (stamp == _stamp) return _known;
            (_known, _stamp) = (Read(files), stamp);
            return _known;
        }
    }

    private static (IReadOnlyList<Dispositif>, IReadOnlyList<(string, DispositifFault)>) Read(List<FileInfo> files)
    {
        var good = new Dictionary<string, Dispositif>(StringComparer.Ordinal);
        var bad = new List<(string, DispositifFault)>();
        foreach (var file in files)
        {
            var (dispositif, faults) = DispositifFile.Read(File.ReadAllText(file.FullName));
            bad.AddRange(faults.Select(f => (file.Name, f)));
            if (dispositif is not null && !good.TryAdd(dispositif.Key, dispositif)) bad.Add((file.Name, new(1, 1, Foundation.Ui.Texts.Get("dispositifs.fault.taken", dispositif.Key))));
        }

        return ([.. good.Values.OrderBy(d => Foundation.Text.Slug.From(d.Name), StringComparer.Ordinal)], bad);
    }
}
