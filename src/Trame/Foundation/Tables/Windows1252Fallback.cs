using System.Text;

namespace Trame.Foundation.Tables;

/// <summary>Reads the bytes that are not UTF-8 as Windows-1252: files glued together from several spreadsheets change encoding on the way.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // always part of the runtime
    private static readonly char[] Letters = Windows1252.GetChars([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);

    public static Encoding Utf8() => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Bytes();

    private sealed class Bytes : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_bytes, _next) = (bytesUnknown, 0);
            return bytesUnknown.Length > 0;
        }

        public override char GetNextChar() => _next < _bytes.Length ? Letters[_bytes[_next++]] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => (_bytes, _next) = ([], 0);
    }
}
