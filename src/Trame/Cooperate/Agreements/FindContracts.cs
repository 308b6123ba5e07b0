using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Cooperate.Agreements;

/// <summary>Contracts of the space, of a project, of an organisation; each in one statement.</summary>
public sealed class FindContracts(TrameDb db) : ICarried
{
    public const int Most = 200;

    public Task<IReadOnlyList<ContractLine>> All(CancellationToken stop) => Lines(c => true, stop);

    public Task<IReadOnlyList<ContractLine>> About(Guid projectId, CancellationToken stop) => Lines(c => c.ProjectId == projectId, stop);

    async Task<IReadOnlyList<CarriedLine>> ICarried.By(Guid organisationId, CancellationToken stop) => Carried(await Lines(c => c.FirstId == organisationId || c.SecondId == organisationId, stop));

    async Task<IReadOnlyList<CarriedLine>> ICarried.In(Guid territoryId, CancellationToken stop) => Carried(await Lines(c => c.TerritoryId == territoryId, stop));

    private static List<CarriedLine> Carried(IReadOnlyList<ContractLine> lines) => [.. lines.Where(l => !l.IsEnded).Select(l => new CarriedLine(l.Name, $"/contrats/{l.Slug}", "agreements.contract"))];

    private async Task<IReadOnlyList<ContractLine>> Lines(Expression<Func<Contract, bool>> which, CancellationToken stop) =>
        await (from c in db.Set<Contract>().AsNoTracking().Where(which)
               join first in db.Set<Organisation>() on c.FirstId equals first.Id
               join second in db.Set<Organisation>() on c.SecondId equals second.Id
               let signed = db.Set<ContractVersion>().Where(v => v.ContractId == c.Id && db.Set<ContractSignature>().Count(s => s.VersionId == v.Id) == 2).Max(v => (int?)v.Number)
               let last = db.Set<ContractVersion>().Where(v => v.ContractId == c.Id).Max(v => (int?)v.Number)
               orderby c.EndedOn != null, c.Id descending
               select new ContractLine(c.Id, c.Name, c.Slug, first.Name, second.Name, signed != null, last != null && last != signed, c.EndedOn != null))
            .Take(Most).ToListAsync(stop);
}
