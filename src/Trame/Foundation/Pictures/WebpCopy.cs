using System.Buffers.Binary;

namespace Trame.Foundation.Pictures;

/// <summary>A WebP with its picture and, when it has one, its transparency. One that moves is not taken: it has no single picture to keep.</summary>
internal static class WebpCopy
{
    private const int AlphaFlag = 0x10;

    /// <returns>Null when it is not whole, not sound, or moves.</returns>
    public static CleanPicture? Of(ReadOnlySpan<byte> sent)
    {
        ReadOnlySpan<byte> alpha = [], picture = [];
        var size = BinaryPrimitives.ReadUInt32LittleEndian(sent[4..]);
        if (size < 4 || size > sent.Length - 8) return null;
        var all = sent[..(int)(size + 8)];
        for (var at = 12; at + 8 <= all.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(all[(at + 4)..]);
            if (length > all.Length - at - 8) return null;
            var chunk = all.Slice(at, (int)length + 8);
            if (chunk.StartsWith("ANIM"u8) || chunk.StartsWith("ANMF"u8)) return null;
            if (chunk.StartsWith("ALPH"u8) && alpha.IsEmpty && picture.IsEmpty) alpha = chunk;
            if ((chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8)) && picture.IsEmpty) picture = chunk;
            at += chunk.Length + (chunk.Length & 1);
        }

        if (SizeOf(picture) is not var (width, height)) return null;
        if (picture.StartsWith("VP8L"u8)) alpha = []; // it carries its own
        byte[] head = alpha.IsEmpty ? [] : [.. "VP8X"u8, 10, 0, 0, 0, AlphaFlag, 0, 0, 0, .. Minus1(width), .. Minus1(height)];
        byte[] chunks = [.. "WEBP"u8, .. head, .. Even(alpha), .. Even(picture)];
        var riff = new byte[8];
        "RIFF"u8.CopyTo(riff);
        BinaryPrimitives.WriteInt32LittleEndian(riff.AsSpan(4), chunks.Length);
        return new CleanPicture(PictureKind.Webp, width, height, [.. riff, .. chunks]);
    }

    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> picture)
    {
        if (picture.StartsWith("VP8 "u8) && picture.Length >= 18 && (picture[8] & 1) == 0 && picture[11..14].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return (BinaryPrimitives.ReadUInt16LittleEndian(picture[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(picture[16..]) & 0x3FFF);
        if (!picture.StartsWith("VP8L"u8) || picture.Length < 13 || picture[8] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(picture[9..]);
        return bits >> 29 == 0 ? ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1) : null;
    }

    private static byte[] Minus1(int side)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, side - 1);
        return bytes[..3];
    }

    private static byte[] Even(ReadOnlySpan<byte> chunk) => chunk.Length % 2 == 0 ? chunk.ToArray() : [.. chunk, 0];
}
