using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Spaces;

/// <summary>Once a day, a backup of each space that is not a demonstration; the old ones go as <see cref="BackupRotation"/> says.</summary>
public sealed class BackupNightly(SpaceDirectory directory, BackupSpace backup, DataFolder folder, Readiness readiness, TimeProvider clock, ILogger<BackupNightly> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(20);

    /// <summary>Backs up what has no backup of today. Safe to call again.</summary>
    public async Task Run(CancellationToken stop)
    {
        var today = LocalDate.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var space in directory.All().Where(s => !s.IsDemo))
        {
            var file = Path.Combine(folder.Backups, BackupRotation.FileName(space.Slug, today));
            if (!File.Exists(file)) await Backup(space, file, stop);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                if (readiness.IsReady && clock.GetUtcNow().Hour >= 1) await Run(stop); // 1 h UTC: the middle of the night here
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the house closes: what has no backup of today gets it after the next start
        }
    }

    // One space that cannot be backed up must not keep the others from it.
    private async Task Backup(Space space, string file, CancellationToken stop)
    {
        try
        {
            var outcome = await backup.Handle(space, file, stop);
            if (!outcome.Accepted) log.LogError("Space {Space}: today's backup was not written: {Reason}", space.Slug, string.Join(' ', outcome.Refusals.SelectMany(r => r.Args)));
            else Rotate(space);
        }
        catch (Exception reason) when (!stop.IsCancellationRequested && (reason is IOException or InvalidOperationException || SpaceDatabases.Failure(reason) is not null))
        {
            log.LogError(reason, "Space {Space}: today's backup was not written; it will be tried again in {Minutes} minutes", space.Slug, Look.TotalMinutes);
        }
    }

    private void Rotate(Space space)
    {
        var days = Directory.EnumerateFiles(folder.Backups).Select(f => BackupRotation.DayOf(space.Slug, Path.GetFileName(f))).OfType<LocalDate>().ToList();
        foreach (var day in BackupRotation.Outdated(days)) File.Delete(Path.Combine(folder.Backups, BackupRotation.FileName(space.Slug, day)));
    }
}
