using Trame.Foundation.Web;

namespace Trame.Tests.Foundation.Web;

public sealed class OutletTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gigabytes_pass_through_the_memory_of_a_page_and_arrive_whole()
    {
        var target = new Counting();
        var outlet = new Outlet(target);
        var row = new byte[1_000];
        for (var n = 0; n < 2_000_000; n++)
        {
            outlet.Stream.Write(row);
            await outlet.Send(Stop);
            outlet.Stream.Length.ShouldBeLessThan(100_000);
        }

        await outlet.SendAll(Stop);
        target.Bytes.ShouldBe(2_000_000_000);
        target.Largest.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task What_was_not_sent_is_not_sent_by_itself()
    {
        var target = new Counting();
        var outlet = new Outlet(target);
        outlet.Stream.Write("la fin"u8);
        await outlet.Send(Stop);
        target.Bytes.ShouldBe(0); // whoever breaks in the middle leaves a file that is visibly cut
    }

    private sealed class Counting : MemoryStream
    {
        public long Bytes { get; private set; }

        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Written without waiting.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Bytes, Largest) = (Bytes + buffer.Length, Math.Max(Largest, buffer.Length));
            return ValueTask.CompletedTask;
        }
    }
}
