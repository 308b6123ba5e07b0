using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.Sources;

/// <summary>A file that was brought in may name people: it is emptied after a time, with the rows that were refused. What the import did stays, and can still be undone.</summary>
public sealed class ForgetImportFiles : IPurge
{
    public RetentionRule Rule => Retention.ImportFile;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var empty = Array.Empty<byte>();
        var old = db.Set<PlaceImport>().Where(i => i.CreatedAt < before && i.Packed != empty);
        if (dryRun) return await old.CountAsync(stop);
        var ids = await old.Select(i => i.Id).ToListAsync(stop);
        await db.Set<ImportRow>().Where(r => ids.Contains(r.ImportId) && (r.State == RowState.Refused || r.State == RowState.Likely)).ExecuteDeleteAsync(stop);
        return await old.ExecuteUpdateAsync(i => i.SetProperty(x => x.Packed, empty), stop);
    }
}
