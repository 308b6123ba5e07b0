namespace Trame.Foundation.Pictures;

/// <summary>A JPEG without its application segments and comments. Which way is up is the one thing kept of its Exif.</summary>
internal static class JpegCopy
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Exif = 0xE1, Adobe = 0xEE;

    private static readonly byte[] Frames = [0xC0, 0xC1, 0xC2]; // sequential and progressive, Huffman: what browsers show
    private static readonly byte[] Tables = [0xC4, 0xDB, 0xDD];

    /// <returns>Null when it is not whole or not a JPEG that browsers show.</returns>
    public static CleanPicture? Of(ReadOnlySpan<byte> sent)
    {
        var kept = new MemoryStream(sent.Length);
        var (width, height, turned, scanned) = (0, 0, 1, false);
        var at = 2;
        while (Segment(sent, ref at, out var marker, out var body))
        {
            if (marker == End)
            {
                if (!scanned) return null;
                var head = turned > 1 ? Orientation(turned) : [];
                return new CleanPicture(PictureKind.Jpeg, turned > 4 ? height : width, turned > 4 ? width : height, [0xFF, Start, .. head, .. kept.ToArray(), 0xFF, End]);
            }

            if (marker == Exif && turned == 1) turned = ExifOrientation.Of(body);
            if (Frames.Contains(marker))
            {
                if (width > 0 || body.Length < 9 || body[0] != 8 || body[5] is not (1 or 3 or 4)) return null;
                (height, width) = (PictureReader.Big16(body[1..]), PictureReader.Big16(body[3..]));
            }
            else if (marker != Scan && !Tables.Contains(marker) && !(marker == Adobe && body.StartsWith("Adobe"u8) && body.Length == 12))
            {
                if (marker is >= 0xC0 and <= 0xCF) return null;
                continue;
            }

            kept.Write([0xFF, marker]);
            kept.Write(PictureReader.Bytes16(body.Length + 2));
            kept.Write(body);
            if (marker != Scan) continue;
            if (width == 0) return null;
            var data = Entropy(sent[at..]);
            kept.Write(sent.Slice(at, data));
            (at, scanned) = (at + data, true);
        }
        return null;
    }

    private static bool Segment(ReadOnlySpan<byte> sent, ref int at, out byte marker, out ReadOnlySpan<byte> body)
    {
        marker = 0;
        body = [];
        if (at >= sent.Length || sent[at] != 0xFF) return false;
        while (at < sent.Length && sent[at] == 0xFF) at++; // a marker may be preceded by any number of FF
        if (at >= sent.Length) return false;
        marker = sent[at++];
        if (marker == End) return true;
        if (marker is 0 or 1 or Start or (>= 0xD0 and <= 0xD7) || at + 2 > sent.Length) return false;
        var length = PictureReader.Big16(sent[at..]);
        if (length < 2 || at + length > sent.Length) return false;
        body = sent[(at + 2)..(at + length)];
        at += length;
        return true;
    }

    // Up to the next marker that is neither a stuffed zero nor a restart.
    private static int Entropy(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i + 1 < data.Length; i++)
            if (data[i] == 0xFF && data[i + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return i;
        return data.Length;
    }

    // An Exif of one entry: tag 0x0112, one SHORT.
    private static byte[] Orientation(int turned) =>
        [0xFF, Exif, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];
}
