using System.Text;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

[Collection(Alone.Name)]
public sealed class GeoJsonSizeTests
{
    [Fact]
    public void Two_hundred_megabytes_are_read_within_a_few_of_memory()
    {
        using var file = new Repeated(GeoJson.Feature(GeoJson.Polygon("[[[3,46],[4,46],[4,47],[3,47],[3,46]]]"), $$"""{"x":"{{new string('y', 20_000)}}"}"""), times: 10_000);
        var features = 0;
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        foreach (var item in GeoJsonReader.Read(file))
        {
            item.ShouldBeOfType<GeoFeature>();
            if (++features % 500 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        features.ShouldBe(10_000);
        file.Served.ShouldBeGreaterThan(200_000_000);
        most.ShouldBeLessThan(8L << 20);
    }

    /// <summary>A FeatureCollection of the same feature many times over, made as it is read.</summary>
    private sealed class Repeated(string feature, int times) : Stream
    {
        private readonly byte[] _feature = Encoding.UTF8.GetBytes(feature + ",");
        private byte[] _now = Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[""");
        private int _at;
        private int _given;

        public long Served { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _now.Length && _given <= times)
            {
                _given++;
                (_now, _at) = (_given < times ? _feature : _given == times ? _feature[..^1] : Encoding.UTF8.GetBytes("]}"), 0);
            }
            var length = Math.Min(count, _now.Length - _at);
            _now.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
            _at += length;
            Served += length;
            return length;
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
}
