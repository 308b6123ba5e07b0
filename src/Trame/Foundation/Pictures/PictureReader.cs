using Trame.Foundation.Data;

namespace Trame.Foundation.Pictures;

/// <summary>Takes what somebody sends as a photo: says what it is by its first bytes, never by its name, and copies of it only what makes the picture.</summary>
/// <remarks>
/// Nothing is decoded: segments and chunks are read one by one, those a browser needs are copied, all others stay behind (Exif and its GPS, XMP, IPTC, comments,
/// thumbnails, second pictures, what follows the end). Colour profiles too: the picture is shown as sRGB. Sources: ITU-T T.81 annex B; W3C PNG (3rd ed.) 5; RFC 9649.
/// </remarks>
public static class PictureReader
{
    public const int MostBytes = 1 << 20;

    /// <summary>A small file may unfold into a huge picture: this is what a good telephone takes.</summary>
    private const int MostPixels = 50_000_000;

    private const int LongestSide = 12_000;

    public static Outcome<CleanPicture> Read(byte[] sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (sent.Length == 0) return new Refusal("pictures.empty");
        if (sent.Length > MostBytes) return TooLarge(sent.Length);
        PictureKind? kind = sent.AsSpan() switch
        {
            [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureKind.Webp,
            _ => null,
        };
        if (kind is null) return new Refusal(sent.AsSpan() is [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] ? "pictures.heic" : "pictures.not-a-picture");
        var copied = kind switch
        {
            PictureKind.Jpeg => JpegCopy.Of(sent),
            PictureKind.Png => PngCopy.Of(sent),
            _ => WebpCopy.Of(sent),
        };
        if (copied is not { Width: > 0, Height: > 0 } picture) return new Refusal("pictures.damaged");
        return picture.Width > LongestSide || picture.Height > LongestSide || (long)picture.Width * picture.Height > MostPixels ? new Refusal("pictures.too-wide") : picture;
    }

    public static Refusal TooLarge(long bytes) => new("pictures.too-large", null, (bytes / 1e6).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture));

    internal static int Big16(ReadOnlySpan<byte> at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(at);

    internal static byte[] Bytes16(int number)
    {
        var bytes = new byte[2];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)number));
        return bytes;
    }
}
