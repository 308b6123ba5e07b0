using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>
/// After five wrong answers at one login, one waits: a minute, then twice as long each time, up to an hour. A login that does not exist is treated
/// the same, so that waiting says nothing of who has an account. Each try is counted before it is judged: many at once gain nothing.
/// </summary>
public sealed class SignInPatience(TrameDb db)
{
    private const int Free = 5;
    private static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>Null when this try may be judged; otherwise until when to wait.</summary>
    public async Task<Instant?> Knock(string key, CancellationToken stop)
    {
        var now = db.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        object at = db.Provider == Provider.Sqlite ? now.ToUnixTimeMilliseconds() : now.ToDateTimeUtc();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO sign_in_attempt (key, failures, last_at) VALUES ({0}, 0, {1}) ON CONFLICT (key) DO NOTHING", [key, at], stop);
        var mine = db.Set<SignInAttempt>().Where(a => a.Key == key);
        var counted = await mine.Where(a => a.BlockedUntil == null || a.BlockedUntil <= now)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Failures, x => x.Failures + 1).SetProperty(x => x.LastAt, now), stop);
        var row = await mine.AsNoTracking().SingleAsync(stop);
        if (counted == 1 && row.Failures >= Free)
        {
            var until = now + Wait(row.Failures);
            await mine.ExecuteUpdateAsync(a => a.SetProperty(x => x.BlockedUntil, until), stop);
        }

        await transaction.CommitAsync(stop);
        return counted == 1 ? null : row.BlockedUntil;
    }

    /// <summary>The right answer was given: the count starts again.</summary>
    public Task Forget(string key, CancellationToken stop) => db.Set<SignInAttempt>().Where(a => a.Key == key).ExecuteDeleteAsync(stop);

    internal static Duration Wait(int failures) => Duration.Min(Longest, Duration.FromMinutes(1L << Math.Min(failures - Free, 10)));
}
