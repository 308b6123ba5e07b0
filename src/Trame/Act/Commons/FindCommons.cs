using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Act.Commons;

/// <summary>Whether an occasion is a commons.</summary>
public sealed class FindCommons(TrameDb db)
{
    public Task<bool> Is(Guid occasion, CancellationToken stop) => db.Set<CommonGood>().AnyAsync(g => g.OccasionId == occasion, stop);
}
