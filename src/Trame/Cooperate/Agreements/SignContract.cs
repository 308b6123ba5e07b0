using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>
/// One side turns its key on the text that is offered: on screen, somebody of that side who has no part in the other; on paper, whoever holds the sheet copies the
/// fingerprint printed on it. With the second key the text is in force.
/// </summary>
public sealed class SignContract(TrameDb db, Rights rights, ReadContract read, SignForProject project)
{
    private const int ShortPrint = 8;

    /// <param name="Hash">The fingerprint of what was read; on paper, its first eight signs at least.</param>
    /// <param name="KeptAt">Where the signed paper is; empty on screen.</param>
    public sealed record Request(Guid ContractId, string Hash, Side Side, string SignedAs, LocalDate SignedOn, bool OnPaper, string KeptAt);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contract>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.ContractId, stop) is not { } contract) return Refusal.Gone;
        var (mine, other) = (contract.OrganisationOf(request.Side), contract.OrganisationOf(request.Side == Side.First ? Side.Second : Side.First));
        if (!rights.May(actor, request.OnPaper ? AgreementActs.RecordPaper : AgreementActs.Sign, mine)) return Refusal.NotAllowed;
        if (rights.May(actor, AgreementActs.Sign, other)) return new Refusal("agreements.sign.two-keys");
        if (contract.EndedOn is not null) return new Refusal("agreements.ended.already");
        var state = await read.Of(contract, stop);
        if (state.Offered is not { } version) return new Refusal("agreements.sign.nothing");
        if (Wrong(request, version, state.Today).ToList() is { Count: > 0 } refusals) return Outcome.Of(refusals);
        if (state.SignaturesOf(version).Any(s => s.Side == request.Side)) return new Refusal("agreements.sign.already");

        var channel = request.OnPaper ? Channel.Paper : actor.Channel;
        db.Add(new ContractSignature(version, request.Side, request.SignedAs.Trim(), request.SignedOn, request.OnPaper ? request.KeptAt.Trim() : "", channel, db.Now));
        if (state.SignaturesOf(version).Count == 1) await InForce(contract, state, channel, stop);
        db.Author = (actor with { Channel = channel }).As();
        return await Saved(stop);
    }

    private async Task InForce(Contract contract, ContractState state, Channel channel, CancellationToken stop)
    {
        db.Add(AgreementFacts.Of(state.InForce is null ? AgreementFacts.Signed : AgreementFacts.Amended, contract, channel, db.Now));
        if (contract.ProjectId is { } about && state.InForce is null) await project.Prepare(about, channel, stop);
    }

    private static IEnumerable<Refusal> Wrong(Request request, ContractVersion version, LocalDate today)
    {
        var hash = request.Hash.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var isIt = request.OnPaper ? hash.Length >= ShortPrint && version.Hash.StartsWith(hash, StringComparison.Ordinal) : hash == version.Hash;
        if (!isIt) yield return new("agreements.sign.other-text", "Hash");
        if (request.SignedAs.Trim().Length is 0 or > ContractSignature.SignedAsLength) yield return new("agreements.sign.as", "SignedAs", $"{ContractSignature.SignedAsLength}");
        if (request.SignedOn > today) yield return new("agreements.day.future", "SignedOn");
        if (request.OnPaper && request.KeptAt.Trim().Length is 0 or > ContractSignature.KeptAtLength) yield return new("agreements.sign.kept-at", "KeptAt", $"{ContractSignature.KeptAtLength}");
    }

    private async Task<Outcome> Saved(CancellationToken stop)
    {
        try
        {
            return await db.Save(stop);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<ContractSignature>().Any())
        {
            db.ChangeTracker.Clear(); // the same side signed at the same moment: the key refused the second
            return new Refusal("agreements.sign.already");
        }
    }
}
