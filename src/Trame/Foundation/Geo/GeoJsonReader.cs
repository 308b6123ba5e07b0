using System.Text.Json;
using System.Text.Unicode;

namespace Trame.Foundation.Geo;

/// <summary>Reads GeoJSON (RFC 7946) feature by feature: a FeatureCollection, a Feature or a bare geometry.</summary>
/// <remarks>
/// A broken feature is one <see cref="GeoError"/> and the reading goes on; a broken file is one last <see cref="GeoError"/> on
/// <see cref="GeoItem.WholeFile"/>. What comes out is in WGS 84 (Lambert-93 is converted), valid, closed and turned as section 3.1.6 asks, with a
/// note for each repair. UTF-8 only, with or without byte order mark. Memory: the longest feature, not the file. Never throws on content.
/// </remarks>
public sealed class GeoJsonReader
{
    internal static readonly JsonReaderOptions JsonOptions = new() { MaxDepth = 64 };

    private enum Place { Root, Features, Tail, After }

    private enum Step { Moved, NeedsMore, Finished }

    private readonly JsonWindow _window;
    private readonly GeoReadOptions _options;
    private readonly Queue<GeoItem> _found = new();
    private Place _place = Place.Root;
    private int _feature;

    private GeoJsonReader(Stream source, GeoReadOptions options) =>
        (_window, _options) = (new JsonWindow(source, Math.Max(options.MaxFeatureBytes, 64 * 1024)), options);

    /// <param name="source">Read forward once, not closed.</param>
    public static IEnumerable<GeoItem> Read(Stream source, GeoReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new GeoJsonReader(source, options ?? GeoReadOptions.Default).Items();
    }

    private IEnumerable<GeoItem> Items()
    {
        var goesOn = IsUtf8();
        while (true)
        {
            while (_found.TryDequeue(out var item)) yield return item;
            if (!goesOn) yield break;
            goesOn = Advance();
        }
    }

    private bool IsUtf8()
    {
        while (_window.Bytes.Length < 4 && !_window.Ended) _window.Fill();
        var bytes = _window.Bytes;
        if (bytes.IsEmpty) return Stop("geo.file.empty");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) _window.Drop(3);
        else if (bytes.Length > 1 && (bytes[0] is 0 or 0xFE or 0xFF || bytes[1] == 0)) return Stop("geo.file.utf16");
        return true;
    }

    private bool Advance()
    {
        while (true)
        {
            var reader = _window.Reader();
            try
            {
                switch (Take(ref reader))
                {
                    case Step.Moved: _window.Accept(reader); return true;
                    case Step.Finished: return false;
                    default:
                        if (_window.Fill()) break;
                        return Stop("geo.file.feature-too-long", _options.MaxFeatureBytes / (1024 * 1024));
                }
            }
            catch (JsonException broken)
            {
                return Malformed(broken, reader.BytesConsumed, reader.CurrentDepth);
            }
        }
    }

    private Step Take(ref Utf8JsonReader reader) => _place switch
    {
        Place.Root => Root(ref reader),
        Place.Features => Feature(ref reader),
        Place.Tail => Tail(ref reader),
        _ => reader.Read() || _window.Ended ? Step.Finished : Step.NeedsMore, // anything after the end is malformed, and the reader says so
    };

    // Reads ahead, without accepting anything, until it is known what the file is.
    private Step Root(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return Step.NeedsMore;
        if (reader.TokenType != JsonTokenType.StartObject) return Finish("geo.file.not-geojson");
        while (true)
        {
            if (!reader.Read()) return Step.NeedsMore;
            if (reader.TokenType == JsonTokenType.EndObject) return Finish("geo.file.not-geojson");
            var isFeatures = JsonMembers.Is(ref reader, "features"u8);
            var isCrs = JsonMembers.Is(ref reader, "crs"u8);
            var isType = JsonMembers.Is(ref reader, "type"u8);
            var isSingle = JsonMembers.Is(ref reader, "geometry"u8) || JsonMembers.Is(ref reader, "coordinates"u8) || JsonMembers.Is(ref reader, "geometries"u8);
            if (!reader.Read()) return Step.NeedsMore;
            if (isFeatures && reader.TokenType == JsonTokenType.StartArray) return Enter(Place.Features);
            if (isSingle || (isType && reader.TokenType == JsonTokenType.String && !JsonMembers.Is(ref reader, "FeatureCollection"u8))) return Single(ref reader);
            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip()) return Step.NeedsMore;
            if (isCrs && !Crs(start, (int)reader.BytesConsumed)) return Step.Finished;
        }
    }

    private Step Single(ref Utf8JsonReader reader)
    {
        reader = _window.Reader();
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Step.NeedsMore;
        return Feature(start, (int)reader.BytesConsumed, isRoot: true) ? Enter(Place.After) : Step.Finished;
    }

    private Step Feature(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return Step.NeedsMore;
        if (reader.TokenType == JsonTokenType.EndArray) return Enter(Place.Tail);
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Step.NeedsMore;
        return Feature(start, (int)reader.BytesConsumed, isRoot: false) ? Step.Moved : Step.Finished;
    }

    private bool Feature(int start, int end, bool isRoot)
    {
        var bytes = _window.Bytes[start..end];
        if (!Utf8.IsValid(bytes)) return Stop("geo.file.not-utf8");
        _found.Enqueue(new FeatureReading(_options, _feature++, _window.LineAt(start), isRoot).Read(bytes));
        return true;
    }

    private Step Tail(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return Step.NeedsMore;
        if (reader.TokenType == JsonTokenType.EndObject) return Enter(Place.After);
        var isCrs = JsonMembers.Is(ref reader, "crs"u8);
        var isFeatures = JsonMembers.Is(ref reader, "features"u8);
        if (!reader.Read()) return Step.NeedsMore;
        if (isFeatures) return Finish("geo.file.features-twice");
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return Step.NeedsMore;
        return !isCrs || Crs(start, (int)reader.BytesConsumed) ? Step.Moved : Step.Finished;
    }

    private bool Crs(int start, int end)
    {
        var name = CoordinateFrames.NameOf(_window.Bytes[start..end]);
        if (!CoordinateFrames.CanRead(name)) return Stop("geo.file.crs", name);
        // Root reads ahead again each time it needs more bytes: the note must not be written twice.
        if (_found.Count == 0) _found.Enqueue(new GeoNote(GeoItem.WholeFile, _window.LineAt(start), "crs", "geo.note.crs", [_window.LineAt(start), 1, name]));
        return true;
    }

    private Step Enter(Place next)
    {
        _place = next;
        return Step.Moved;
    }

    private Step Finish(string key)
    {
        Stop(key);
        return Step.Finished;
    }

    private bool Stop(string key, params object[] more)
    {
        _found.Enqueue(new GeoError(GeoItem.WholeFile, _window.Line, "", key, [_window.Line, 1, .. more]));
        return false;
    }

    private bool Malformed(JsonException broken, long consumed, int depth)
    {
        var line = checked((int)(broken.LineNumber ?? 0) + 1);
        var column = checked((int)(broken.BytePositionInLine ?? 0) + 1);
        var rest = _window.Bytes[(int)consumed..].TrimStart(" \t\r\n,:-"u8);
        var key = rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8) ? "geo.file.nan"
            : depth >= JsonOptions.MaxDepth - 1 ? "geo.file.too-deep"
            : _window.Ended && rest.IsEmpty ? "geo.file.cut"
            : !Utf8.IsValid(_window.Bytes) && _window.Ended ? "geo.file.not-utf8"
            : "geo.file.malformed";
        _found.Enqueue(new GeoError(GeoItem.WholeFile, line, "", key, [line, column]));
        return false;
    }
}
