using System.Buffers.Binary;
using System.Text;

namespace Trame.Tests.Foundation.Pictures;

/// <summary>Small real pictures, drawn for these tests, and what files put beside a picture.</summary>
internal static class SamplePictures
{
    /// <summary>16 by 8 pixels.</summary>
    public static byte[] Jpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAID/8QAHhAAAQQBBQAAAAAAAAAAAAAAAQACAwQRBQYSITH/xAAUAQEAAAAAAAAAAAAAAAAAAAAD/8QAGREAAgMBAAAAAAAAAAAAAAAAAAECAwQR/9oADAMBAAIRAxEAPwDbbOnQXrUjLDSWtj5DBx3kKa7PERDqk+CUo//Z");

    /// <summary>6 by 4 pixels.</summary>
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAaUlEQVR4ARSKMQ5AQBBFfzZhSXYotETlFA4hkehoFKIUhUI0QuEQLrqrGLO/+MV7T9XtxU2/8zgtvC0zP/vA792xIu1QlSnOY4XRFon+QKGF8pcZhbwoQBIZgRQ5EVLEgYOfjxKRFDr8AAAA//+AKPC0AAAABklEQVQDAO1XHXRTgBOHAAAAAElFTkSuQmCC");

    /// <summary>16 by 8 pixels.</summary>
    public static byte[] Webp => Convert.FromBase64String("UklGRkIAAABXRUJQVlA4IDYAAACwAQCdASoQAAgAAsBMJbACdACyayQAAP7ccZbVSIfy2K4txCfSKqSgmzOMlzh8l6rVDL9AAAA=");

    /// <summary>What must never come out again.</summary>
    public const string Secret = "46.5661N 3.3544E Camille";

    /// <summary>The same JPEG as a telephone writes it: which way is up, where it was taken, what made it, a comment, a second picture behind the end.</summary>
    public static byte[] JpegFromATelephone(byte orientation)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, (byte)'A', (byte)'B', (byte)'C', 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)];
        return [.. Jpeg[..2], .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xED, Encoding.ASCII.GetBytes(Secret)), .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)), .. Jpeg[2..], .. Encoding.ASCII.GetBytes(Secret), .. Jpeg];
    }

    public static byte[] PngWithWords() =>
        [.. Png[..33], .. Chunk("tEXt", $"Author\0{Secret}"), .. Chunk("eXIf", Secret), .. Chunk("iTXt", Secret), .. Chunk("tIME", "1234567"), .. Png[33..], .. Encoding.ASCII.GetBytes(Secret)];

    public static byte[] WebpWithWords()
    {
        byte[] words = [.. RiffChunk("EXIF", Secret), .. RiffChunk("XMP ", Secret)];
        byte[] inside = [.. "WEBP"u8, .. "VP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 15, 0, 0, 7, 0, 0, .. Webp[12..], .. words];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, inside.Length);
        return [.. "RIFF"u8, .. size, .. inside, .. Encoding.ASCII.GetBytes(Secret)];
    }

    /// <summary>The same JPEG, with one more table of this many bytes.</summary>
    public static byte[] JpegWithTable(int bytes) => [.. Jpeg[..2], .. Segment(0xC4, new byte[bytes - 2]), .. Jpeg[2..]];

    /// <summary>This JPEG without its JFIF segment, which is right behind the added table.</summary>
    public static byte[] WithoutApplication(byte[] jpeg)
    {
        var jfif = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xE0, 0, 16]);
        return [.. jpeg[..jfif], .. jpeg[(jfif + 18)..]];
    }

    public static byte[] WebpWithTransparency(ushort width, ushort height)
    {
        var picture = Webp[12..];
        BinaryPrimitives.WriteUInt16LittleEndian(picture.AsSpan(14), width);
        BinaryPrimitives.WriteUInt16LittleEndian(picture.AsSpan(16), height);
        byte[] inside = [.. "WEBP"u8, .. RiffChunk("ALPH", "12345678"), .. picture];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, inside.Length);
        return [.. "RIFF"u8, .. size, .. inside];
    }

    /// <summary>A PNG of a few bytes that says it is this large.</summary>
    public static byte[] PngThatSays(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        return [.. Png[..8], .. Chunk("IHDR", head), .. Png[33..]];
    }

    public static bool Holds(byte[] picture, string words) => picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(words)) >= 0;

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)(body.Length + 2 >> 8), (byte)(body.Length + 2 & 0xFF), .. body];

    private static byte[] RiffChunk(string name, string text)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, text.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. Encoding.ASCII.GetBytes(text), .. text.Length % 2 == 1 ? (byte[])[0] : []];
    }

    private static byte[] Chunk(string name, string text) => Chunk(name, Encoding.ASCII.GetBytes(text));

    private static byte[] Chunk(string name, byte[] data)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32(named));
        return [.. length, .. named, .. sum];
    }

    // Bit by bit, as the standard defines it.
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
