using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trame.Demo;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Exports;

namespace Trame.Benchmarks;

/// <summary>The whole register in each format: rows, time of the clock and of the processor, and what the process holds more than before while it writes.</summary>
internal static class RegisterExported
{
    private const int Turns = 3;

    public static async Task Run(Options options)
    {
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize(options.Occasions ?? 100_000, options.Facts ?? 10_000));
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, TrameHost.Configuration(data));
        await using (var house = services.BuildServiceProvider())
        {
            house.GetRequiredService<SpaceDirectory>().Prepare();
            foreach (var format in OpenFormats.All) await Measure(house, format);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static async Task Measure(ServiceProvider house, OpenFormat format)
    {
        await Once(house, format); // compiled, pages of the database read
        var (clock, processor, extra, written, bytes) = (new List<double>(), new List<double>(), 0L, 0L, 0L);
        for (var turn = 0; turn < Turns; turn++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var self = Process.GetCurrentProcess();
            var (worked, started) = (self.TotalProcessorTime, Stopwatch.GetTimestamp());
            using var watch = new MemoryWatch();
            (written, bytes) = await Once(house, format);
            clock.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            self.Refresh();
            processor.Add((self.TotalProcessorTime - worked).TotalMilliseconds);
            extra = Math.Max(extra, watch.Stop());
        }

        Table.Add($"export {format.Key}", string.Create(CultureInfo.InvariantCulture, $"{written:N0} rows, {bytes >> 20} MB"), Table.Milliseconds(new Timings(clock).Median), "",
            string.Create(CultureInfo.InvariantCulture, $"processor {Table.Milliseconds(new Timings(processor).Median)}; {extra / 1048576.0:0} MB more than before, at most"));
    }

    private static async Task<(long Written, long Bytes)> Once(ServiceProvider house, OpenFormat format)
    {
        await using var scope = house.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.GetRequiredService<SpaceDirectory>().All()[0], Actor.Machine, CancellationToken.None);
        var export = scope.ServiceProvider.GetRequiredService<ExportRegister>();
        await using var nowhere = new Counter();
        var tally = await export.Handle(format, nowhere, export.Context("https://trame.example"), null, CancellationToken.None);
        return (tally.Written, nowhere.Written);
    }

    private sealed class Counter : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Written;
        public override long Position { get => Written; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Written += count;
        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;
    }
}
