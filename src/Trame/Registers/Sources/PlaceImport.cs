using System.IO.Compression;
using NodaTime;

namespace Trame.Registers.Sources;

/// <summary>One file brought in: what it is, how it is read, what it would change or changed. It can be left and come back to; the file waits in the space's own database.</summary>
public sealed class PlaceImport
{
    private PlaceImport() { }

    public PlaceImport(string name, byte[] content, ColumnMap map, string source, Instant at)
    {
        (Name, Size, Map, Source, CreatedAt) = (name.Length > 200 ? name[^200..] : name, content.Length, map, source, at);
        Packed = Pack(content);
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public int Size { get; private set; }

    /// <summary>The file, packed; empty once it was kept long enough.</summary>
    public byte[] Packed { get; private set; } = [];
    public ColumnMap Map { get; private set; } = new();
    public string Source { get; private set; } = "";
    public bool Complete { get; private set; } = true;
    public double SameAbove { get; private set; } = Resemblance.Never;
    public Dictionary<string, Guid?> Decisions { get; private set; } = [];
    public Dictionary<string, int> Counts { get; private set; } = [];
    public Dictionary<string, int> Notes { get; private set; } = [];
    public ImportState State { get; private set; } = ImportState.Understood;
    public Instant CreatedAt { get; private set; }
    public Instant? AppliedAt { get; private set; }
    public Instant? UndoneAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool HasFile => Packed.Length > 0;

    public ImportRequest Request => new(Source, Map.Scheme, Map.Type, Map) { KeepGood = true, Complete = Complete, SameAbove = SameAbove, HoldLikely = true, Decisions = Decisions };

    public int Count(RowState state) => Counts.GetValueOrDefault(Foundation.Data.EnumWords.Write(state));

    public PlaceFile File() => PlaceFile.Of(Content());

    public byte[] Content() => Unpack(Packed);

    /// <summary>Read otherwise from now on: what was worked out no longer holds.</summary>
    public void ReadAs(ColumnMap map, string source, bool complete, double sameAbove)
    {
        (Map, Source, Complete, SameAbove) = (map, source, complete, sameAbove);
        if (State == ImportState.Reviewed) State = ImportState.Understood;
        Version++;
    }

    public void Decide(string key, Guid? place)
    {
        Decisions = new(Decisions) { [key] = place };
        Version++;
    }

    /// <summary>Itself; or, once applied, the same file as another import: what this one did can still be undone.</summary>
    /// <param name="add">Told of the other.</param>
    internal PlaceImport ToWorkOn(Instant now, Action<PlaceImport> add)
    {
        if (State != ImportState.Applied) return this;
        var other = new PlaceImport { Name = Name, Size = Size, Packed = Packed, Map = Map, Source = Source, Complete = Complete, SameAbove = SameAbove, Decisions = new(Decisions), CreatedAt = now };
        add(other);
        return other;
    }

    internal void Reviewed(ImportTally tally) => Told(ImportState.Reviewed, tally);

    internal void Applied(ImportTally tally, Instant at)
    {
        Told(ImportState.Applied, tally);
        (AppliedAt, UndoneAt) = (at, null);
    }

    internal void Undone(Instant at)
    {
        (State, UndoneAt) = (ImportState.Undone, at);
        Version++;
    }

    private void Told(ImportState state, ImportTally tally)
    {
        State = state;
        Counts = tally.Counts.ToDictionary(c => Foundation.Data.EnumWords.Write(c.Key), c => c.Value);
        Notes = tally.Notes.ToDictionary();
        Version++;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
