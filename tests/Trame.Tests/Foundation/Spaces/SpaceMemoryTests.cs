using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Spaces;

namespace Trame.Tests.Foundation.Spaces;

public sealed class SpaceMemoryTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 8, 30, 20, TimeSpan.Zero);

    [Fact]
    public async Task What_is_true_at_this_minute_is_made_once_until_the_next()
    {
        var here = await Here();
        var (clock, made) = (new SettableClock(Friday), 0);
        var memory = new SpaceMemory(clock);
        Task<object> Ask() => memory.KeepThisMinute(here, "open", () => Task.FromResult<object>(++made));

        await Ask();
        clock.Set(Friday.AddSeconds(39));
        (await Ask()).ShouldBe(1);
        clock.Set(Friday.AddSeconds(40));
        (await Ask()).ShouldBe(2);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_bring_what_was_true_later()
    {
        var here = await Here();
        var (clock, made) = (new SettableClock(Friday.AddDays(1)), 0);
        var memory = new SpaceMemory(clock);
        await memory.Keep(here, "open", () => Task.FromResult<object>(++made));
        clock.Set(Friday);
        (await memory.Keep(here, "open", () => Task.FromResult<object>(++made))).ShouldBe(2);
    }

    private Task<Space> Here() => space.In(services => Task.FromResult(services.GetRequiredService<CurrentSpace>().Space));
}
