using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Territories;

/// <summary>The communes of a space, for a list to choose from. A country has too many: the field then takes a name as it is written in addresses, and there are none here.</summary>
public sealed class CommuneChoices(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    private const int Most = 500;

    private sealed record Names(IReadOnlyList<(string Slug, string Name)> All);

    public async Task<IReadOnlyList<(string Slug, string Name)>> Handle(CancellationToken stop) => (await memory.Keep(here.Space, "commune-names", async () =>
    {
        var names = await db.Set<Territory>().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Slug).Take(Most + 1).Select(t => new { t.Slug, t.Name }).ToListAsync(stop);
        return new Names(names.Count > Most ? [] : [.. names.Select(n => (n.Slug, n.Name))]);
    })).All;
}
