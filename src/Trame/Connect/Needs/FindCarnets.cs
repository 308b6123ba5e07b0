using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Connect.Needs;

/// <summary>Whether a carnet with this code exists, in any room that keeps pages of it.</summary>
public sealed class FindCarnets(TrameDb db, IEnumerable<ICarnetPages> pages)
{
    public async Task<bool> Exists(string code, CancellationToken stop)
    {
        if (code.Length == 0) return false;
        if (await db.Set<Need>().AnyAsync(n => n.Code == code, stop)) return true;
        foreach (var room in pages)
            if (await room.Holds(code, stop)) return true;
        return false;
    }
}
