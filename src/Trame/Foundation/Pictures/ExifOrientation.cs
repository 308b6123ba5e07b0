using System.Buffers.Binary;

namespace Trame.Foundation.Pictures;

/// <summary>Which way is up, read in the first directory of an Exif segment (CIPA DC-008, 4.6.2).</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;

    /// <returns>1 (upright) to 8; 1 when nothing sound says otherwise.</returns>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8)) return 1;
        var tiff = segment[6..];
        var big = tiff.StartsWith("MM"u8);
        if (tiff.Length < 14 || !(big || tiff.StartsWith("II"u8))) return 1;
        var directory = big ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return 1;
        var entries = Short(tiff[(int)directory..], big);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)directory + 2 + 12 * i;
            if (at + 12 > tiff.Length) return 1;
            if (Short(tiff[at..], big) == Tag) return Short(tiff[(at + 8)..], big) is var turned and >= 1 and <= 8 ? turned : 1;
        }
        return 1;
    }

    private static int Short(ReadOnlySpan<byte> at, bool big) => big ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);
}
