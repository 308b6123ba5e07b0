using System.Text.Json;

namespace Trame.Foundation.Geo;

/// <summary>The part of a JSON stream being read: it slides forward and only grows when one value does not fit.</summary>
internal sealed class JsonWindow(Stream source, int maxBytes)
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private JsonReaderState _state = new(GeoJsonReader.JsonOptions);

    /// <summary>What is in memory and not yet accepted.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Line of the first byte of <see cref="Bytes"/>, from 1.</summary>
    public int Line { get; private set; } = 1;

    public bool Ended => _ended;

    public Utf8JsonReader Reader() => new(Bytes, _ended, _state);

    public int LineAt(long offset) => Line + Bytes[..(int)offset].Count((byte)'\n');

    /// <summary>Everything up to the reader's position is done with.</summary>
    public void Accept(in Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        Drop((int)reader.BytesConsumed);
    }

    public void Drop(int count)
    {
        Line = LineAt(count);
        _start += count;
    }

    /// <summary>Reads more; false when the value being read would pass the limit.</summary>
    public bool Fill()
    {
        if (_start > 0)
        {
            Bytes.CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }
        if (_end == _bytes.Length)
        {
            if (_bytes.Length >= maxBytes) return false;
            Array.Resize(ref _bytes, (int)Math.Min(maxBytes, _bytes.Length * 2L));
        }
        var got = source.Read(_bytes, _end, _bytes.Length - _end);
        _end += got;
        _ended = got == 0;
        return true;
    }
}
