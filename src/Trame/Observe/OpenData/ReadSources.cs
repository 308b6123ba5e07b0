using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Observe.OpenData;

/// <summary>Where the register comes from: its records by the source that gave them. Remembered until something is saved.</summary>
public sealed class ReadSources(TrameDb db, CurrentSpace space, SpaceMemory memory)
{
    public Task<IReadOnlyList<RegisterSource>> Handle(CancellationToken stop) => memory.Keep(space.Space, "register-sources", () => Read(stop));

    private async Task<IReadOnlyList<RegisterSource>> Read(CancellationToken stop) =>
        [.. (await db.Set<Occasion>().AsNoTracking().Where(o => o.MergedIntoId == null).GroupBy(o => o.Source)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(o => o.SourceAt) }).ToListAsync(stop))
            .OrderByDescending(s => s.Count).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => new RegisterSource(s.Key, s.Count, s.Last))];
}
