using System.Text;

namespace Trame.Foundation.Tables;

/// <summary>In which encoding a file is written, from its first bytes.</summary>
/// <param name="Encoding">What to decode it with, from <paramref name="MarkLength"/> on.</param>
/// <param name="Name">For people: « UTF-8 », « Windows-1252 », « UTF-16 ».</param>
/// <param name="MarkLength">Bytes of its byte order mark.</param>
internal sealed record TableEncoding(Encoding Encoding, string Name, int MarkLength)
{
    private const int Sample = 1 << 16;

    /// <summary>A file as text, without its mark.</summary>
    public static StreamReader Open(FileInfo file)
    {
        var bytes = File.ReadAllBytes(file.FullName);
        var encoding = Of(bytes.AsSpan(0, Math.Min(bytes.Length, Sample)));
        return new StreamReader(new MemoryStream(bytes, encoding.MarkLength, bytes.Length - encoding.MarkLength), encoding.Encoding);
    }

    public static TableEncoding Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Windows1252Fallback.Utf8(), "UTF-8", 3),
        [0xFF, 0xFE, 0, 0, ..] => new(Encoding.UTF32, "UTF-32", 4),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, "UTF-16", 2),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, "UTF-16", 2),
        _ => WithoutMark(start),
    };

    private static TableEncoding WithoutMark(ReadOnlySpan<byte> start)
    {
        var (even, odd) = CountNuls(start);
        var quarter = start.Length / 4; // half of the half: a text in our languages has a NUL beside nearly every letter
        if (odd > quarter && even * 10 < odd) return new(Encoding.Unicode, "UTF-16", 0);
        if (even > quarter && odd * 10 < even) return new(Encoding.BigEndianUnicode, "UTF-16", 0);
        var (valid, invalid) = CountSequences(start);
        return invalid > valid ? new(Windows1252Fallback.Windows1252, "Windows-1252", 0) : new(Windows1252Fallback.Utf8(), "UTF-8", 0);
    }

    private static (int Even, int Odd) CountNuls(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == 0) { if (i % 2 == 0) even++; else odd++; }
        return (even, odd);
    }

    private static (int Valid, int Invalid) CountSequences(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next && next < 0) break;
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData) break; // the sample ends within a letter
            if (status == System.Buffers.OperationStatus.Done) valid++; else invalid++;
            bytes = bytes[used..];
        }
        return (valid, invalid);
    }
}
