using Microsoft.EntityFrameworkCore;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Agreements;

/// <summary>Two sides begin to write a contract: about a project, on its own, or going on from one that ends. A collective without legal form is a side like another.</summary>
public sealed class StartContract(TrameDb db, Rights rights)
{
    /// <param name="First">Name or short name of an organisation of the register; so for the second.</param>
    /// <param name="ProjectId">The project it is about, if any.</param>
    /// <param name="RenewsId">The contract it goes on from: its text is the draft.</param>
    public sealed record Request(string Name, string First, string Second, Guid? ProjectId, Guid? RenewsId);

    public async Task<Outcome<Contract>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.MaySomewhere(actor, AgreementActs.Draft)) return Refusal.NotAllowed;
        var (name, refusals) = (request.Name.Trim(), new List<Refusal>());
        if (Blank.Is(name)) refusals.Add(new("agreements.name.missing", "Name"));
        if (name.Length > Contract.NameLength) refusals.Add(new("occasions.field.long", "Name", $"{Contract.NameLength}", $"{name.Length}"));
        var (first, second) = (await Find(request.First, stop), await Find(request.Second, stop));
        if (first is null) refusals.Add(new("agreements.side.unknown", "First", request.First.Trim()));
        if (second is null) refusals.Add(new("agreements.side.unknown", "Second", request.Second.Trim()));
        if (first is not null && first.Id == second?.Id) refusals.Add(new("agreements.side.same", "Second"));
        var project = request.ProjectId is { } id ? await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null, stop) : null;
        var renewed = request.RenewsId is { } old ? await db.Set<Contract>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == old, stop) : null;
        if ((request.ProjectId is not null && project is null) || (request.RenewsId is not null && renewed is null)) return Refusal.Gone;
        if (refusals.Count > 0) return Outcome.Of(refusals);
        if (!rights.May(actor, AgreementActs.Draft, first!.Id) && !rights.May(actor, AgreementActs.Draft, second!.Id)) return Refusal.NotAllowed;

        var slug = await FreeSlug.For(db.Set<Contract>().Select(c => c.Slug), name, stop);
        var contract = new Contract(name, slug, project?.TerritoryId ?? renewed?.TerritoryId ?? first.TerritoryId, project?.Id ?? renewed?.ProjectId, first.Id, second!.Id, renewed?.Id);
        if (renewed is not null) contract.Write(renewed.Draft with { StartsOn = "", EndsOn = "", ReviewsOn = [] }).ThrowIfRefused();
        db.Add(contract);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? contract : saved;
    }

    private async Task<Organisation?> Find(string typed, CancellationToken stop)
    {
        var name = typed.Trim();
        var slug = Slug.From(name);
        return name.Length == 0 ? null : await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.MergedIntoId == null && (o.Slug == slug || o.Name == name), stop);
    }
}
