using System.Buffers.Binary;

namespace Trame.Foundation.Pictures;

/// <summary>A PNG with only the chunks that draw it. One that moves shows its first picture.</summary>
internal static class PngCopy
{
    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"];

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ c >> 1 : c >> 1))];

    /// <returns>Null when it is not whole or not sound.</returns>
    public static CleanPicture? Of(ReadOnlySpan<byte> sent)
    {
        var kept = new MemoryStream(sent.Length);
        kept.Write(sent[..8]);
        var (width, height, drawn) = (0, 0, false);
        for (var at = 8; at + 12 <= sent.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(sent[at..]);
            if (length > sent.Length - at - 12) return null;
            var chunk = sent.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
            if (Sum(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) return null;
            if ((name == "IHDR") != (at == 8)) return null;
            if (name == "IHDR")
            {
                if (length != 13 || chunk[8] > 0x7F || chunk[12] > 0x7F) return null;
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
            }
            drawn |= name == "IDAT";
            if (Kept.Contains(name)) kept.Write(chunk);
            if (name == "IEND") return drawn && length == 0 ? new CleanPicture(PictureKind.Png, width, height, kept.ToArray()) : null;
            at += chunk.Length;
        }
        return null;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Crc[(crc ^ b) & 0xFF] ^ crc >> 8;
        return ~crc;
    }
}
