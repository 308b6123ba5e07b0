using System.Text;

namespace Trame.Tests.Foundation;

/// <summary>A file that writes itself while it is read: nothing on disk, nothing held. Cannot be rewound, like an upload.</summary>
internal sealed class WrittenAsRead(IEnumerable<string> parts) : Stream
{
    private readonly IEnumerator<string> _parts = parts.GetEnumerator();
    private byte[] _now = [];
    private int _at;

    /// <summary>How many bytes were read so far.</summary>
    public long Served { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var written = 0;
        while (written < count)
        {
            if (_at == _now.Length)
            {
                if (!_parts.MoveNext()) break;
                (_now, _at) = (Encoding.UTF8.GetBytes(_parts.Current), 0);
            }

            var part = Math.Min(count - written, _now.Length - _at);
            _now.AsSpan(_at, part).CopyTo(buffer.AsSpan(offset + written));
            (_at, written) = (_at + part, written + part);
        }

        Served += written;
        return written;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
