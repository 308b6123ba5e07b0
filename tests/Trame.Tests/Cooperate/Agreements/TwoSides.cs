using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Cooperate.Agreements;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Cooperate.Agreements;

/// <summary>Two sides and their contract, made through the acts; and people who hold one key each.</summary>
internal sealed class TwoSides
{
    public required Organisation First { get; init; }

    public required Organisation Second { get; init; }

    public required Contract Contract { get; init; }

    /// <summary>A member of the collective; a member of the town; somebody who is in both.</summary>
    public Actor OfFirst => Register.As("member", First.Id);

    public Actor OfSecond => Register.As("elected", Second.Id);

    public Actor OfBoth => new(null, "Double", new HashSet<(string, Guid?)> { ("member", First.Id), ("elected", Second.Id) }, Channel.Online);

    public static async Task<TwoSides> In(TestSpace space, Guid? projectId = null)
    {
        var word = Register.Unique();
        var (first, second) = (new Organisation(OrganisationKind.Collective, $"Collectif {word}", $"collectif-{word}", space.CommuneId, "essai", Instant.FromUtc(2026, 1, 1, 0, 0)), new Organisation(OrganisationKind.Commune, $"Ville {word}", $"ville-{word}", space.CommuneId, "essai", Instant.FromUtc(2026, 1, 1, 0, 0)));
        await space.Act(async db =>
        {
            db.AddRange(first, second);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var started = await space.In(s => s.GetRequiredService<StartContract>().Handle(new($"Contrat {word}", first.Name, second.Name, projectId, null), Register.As("coordinator"), default));
        started.Refusals.ShouldBeEmpty();
        return new TwoSides { First = first, Second = second, Contract = started.Value! };
    }

    public static TypedClause Clause(string side, string kind = "hours", string what = "Planter", string quantity = "40", string due = "2026-12-15", string proof = "feuille de présence") =>
        new() { Side = side, Kind = kind, What = what, Quantity = quantity, DueOn = due, Proof = proof };

    public async Task<Outcome> Write(TestSpace space, params TypedClause[] clauses)
    {
        var contract = await Now(space);
        return await space.In(s => s.GetRequiredService<WriteContract>().Handle(new(contract.Id, contract.Version, "Un verger ouvert, à deux", "2026-12-01", "2027-11-30", ["2027-03-01"], clauses), OfFirst, default));
    }

    public async Task<Outcome> Offer(TestSpace space)
    {
        var contract = await Now(space);
        return await space.In(s => s.GetRequiredService<OfferContract>().Handle(new(contract.Id, contract.Version), OfFirst, default));
    }

    public Task<Outcome> Sign(TestSpace space, Side side, string hash, Actor actor, bool onPaper = false) =>
        space.In(s => s.GetRequiredService<SignContract>().Handle(new(Contract.Id, hash, side, "au nom de ce côté", new LocalDate(2026, 11, 20), onPaper, onPaper ? "classeur bleu" : ""), actor, default));

    /// <summary>Written, offered, and signed by both.</summary>
    public async Task<ContractVersion> Signed(TestSpace space)
    {
        (await Write(space, Clause("first"), Clause("second", "money", "Quarante arbres", "600"))).Refusals.ShouldBeEmpty();
        (await Offer(space)).Refusals.ShouldBeEmpty();
        var version = await Last(space);
        (await Sign(space, Side.First, version.Hash, OfFirst)).Refusals.ShouldBeEmpty();
        (await Sign(space, Side.Second, version.Hash, OfSecond)).Refusals.ShouldBeEmpty();
        return version;
    }

    public Task<Contract> Now(TestSpace space) => space.Read(db => db.Set<Contract>().AsNoTracking().SingleAsync(c => c.Id == Contract.Id));

    public Task<ContractVersion> Last(TestSpace space) => space.Read(db => db.Set<ContractVersion>().AsNoTracking().Where(v => v.ContractId == Contract.Id).OrderByDescending(v => v.Number).FirstAsync());

    public Task<ContractState> State(TestSpace space) => space.In(async s => (await s.GetRequiredService<ReadContract>().Of(Contract.Slug, default))!);
}
