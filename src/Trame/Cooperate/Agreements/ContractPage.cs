using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Agreements;

/// <summary>What the pages of one contract share: finding it, the names of its sides, its trail.</summary>
public abstract class ContractPage(TrameDb db, ReadContract read) : TramePage
{
    protected TrameDb Db => db;

    public ContractState State { get; private set; } = null!; // every handler finds it first, or answers 404

    public Contract Contract => State.Contract;

    public IReadOnlyDictionary<Side, Organisation> Sides { get; private set; } = new Dictionary<Side, Organisation>();

    public string Path => $"{Request.PathBase}/contrats/{Contract.Slug}";

    public bool MayKeep => Rights.May(Actor, AgreementActs.Keep, Contract);

    public bool MayDraft => Rights.May(Actor, AgreementActs.Draft, Contract) && Contract.EndedOn is null;

    public IReadOnlyList<Crumb> Trail(params string[] here) => [new(Texts.Get("agreements.list.crumb"), $"{Request.PathBase}/contrats"), .. here.Length == 0 ? (Crumb[])[new(Contract.Name)] : [new(Contract.Name, Path), new(here[0])]];

    protected async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Of(slug, stop) is not { } state) return false;
        State = state;
        var (first, second) = (Contract.FirstId, Contract.SecondId);
        var named = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == first || o.Id == second).ToDictionaryAsync(o => o.Id, stop);
        Sides = new Dictionary<Side, Organisation> { [Side.First] = named[first], [Side.Second] = named[second] };
        return true;
    }
}
