using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Cooperate.Agreements;

/// <summary>A contract with its texts, keys and evidence.</summary>
public sealed class ReadContract(TrameDb db, CurrentSpace space)
{
    public async Task<ContractState?> Of(string slug, CancellationToken stop) =>
        await db.Set<Contract>().AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug, stop) is { } contract ? await Of(contract, stop) : null;

    public async Task<ContractState> Of(Contract contract, CancellationToken stop)
    {
        var id = contract.Id;
        var versions = await db.Set<ContractVersion>().AsNoTracking().Where(v => v.ContractId == id).ToListAsync(stop);
        var signatures = await db.Set<ContractSignature>().AsNoTracking().Where(s => db.Set<ContractVersion>().Any(v => v.Id == s.VersionId && v.ContractId == id)).ToListAsync(stop);
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => e.ContractId == id).ToListAsync(stop);
        return new ContractState(contract, versions, signatures, evidence, SpaceCalendar.Of(space.Settings).Today(db.Now));
    }
}
