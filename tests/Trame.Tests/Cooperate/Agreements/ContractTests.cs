using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Projects;
using Trame.Cooperate.Agreements;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.People;
using Trame.Tests.Act.Projects;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Cooperate.Agreements;

public abstract class ContractTests(TestSpace space)
{
    [Fact]
    public async Task Two_sides_write_sign_with_two_keys_and_the_project_is_under_contract()
    {
        var project = await space.HasProject(Register.Unique(), ("lasting-reason", "Un arbre se taille chaque hiver"));
        var sides = await TwoSides.In(space, project.Id);
        (await sides.Write(space, TwoSides.Clause("first"), TwoSides.Clause("second", "money", "Quarante arbres", "600,50"))).Refusals.ShouldBeEmpty();
        (await sides.Offer(space)).Refusals.ShouldBeEmpty();
        var version = await sides.Last(space);
        (await sides.Sign(space, Side.First, version.Hash, sides.OfFirst)).Refusals.ShouldBeEmpty();
        (await sides.State(space)).InForce.ShouldBeNull("one key opens nothing");
        (await Facts(sides)).ShouldBeEmpty();
        (await sides.Sign(space, Side.Second, version.Hash, sides.OfSecond)).Refusals.ShouldBeEmpty();
        (await sides.State(space)).InForce!.Number.ShouldBe(1);
        (await Facts(sides)).ShouldBe(["agreement.signed"]);
        (await space.Read(db => db.Set<Fact>().CountAsync(f => f.SubjectId == project.Id && f.Kind == "project.contracted"))).ShouldBe(1);
        var page = await space.Browse().Open($"/contrats/{sides.Contract.Slug}");
        page.Words.ShouldContain("600,50 €");
        page.Words.ShouldContain("0 engagement tenu sur 1");
        page.Words.ShouldContain("signé (au nom de ce côté)");
        (await space.Browse().Open($"/projets/{project.Slug}")).Document.QuerySelector("#contrats")!.TextContent.ShouldContain(sides.Contract.Name);
        (await space.Browse().Open($"/organisations/{sides.First.Slug}")).Words.ShouldContain(sides.Contract.Name);
        (await space.Browse().Open("/contrats")).Words.ShouldContain(sides.Contract.Name);
    }

    [Fact]
    public async Task No_side_changes_a_signed_clause_alone()
    {
        var sides = await TwoSides.In(space);
        var signed = await sides.Signed(space);
        // One side writes another text, offers it, and signs it: what binds has not moved.
        (await sides.Write(space, TwoSides.Clause("first", quantity: "1"), TwoSides.Clause("second", "money", "Quarante arbres", "9000"))).Refusals.ShouldBeEmpty();
        (await sides.State(space)).InForce!.Hash.ShouldBe(signed.Hash);
        (await sides.Offer(space)).Refusals.ShouldBeEmpty();
        var amendment = await sides.Last(space);
        (await sides.Sign(space, Side.First, amendment.Hash, sides.OfFirst)).Refusals.ShouldBeEmpty();
        (await sides.Sign(space, Side.Second, amendment.Hash, sides.OfFirst)).Accepted.ShouldBeFalse();
        var waiting = await sides.State(space);
        (waiting.Stage, waiting.InForce!.Number, waiting.Shown.Clauses[0].Quantity).ShouldBe((ContractStage.Amending, 1, 40L));
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}")).Words.ShouldContain("la version 1 reste en vigueur");
        // The other key turns: now it has.
        (await sides.Sign(space, Side.Second, amendment.Hash, sides.OfSecond)).Refusals.ShouldBeEmpty();
        (await sides.State(space)).InForce!.Number.ShouldBe(2);
        (await Facts(sides)).ShouldBe(["agreement.signed", "agreement.amended"]);
    }

    [Fact]
    public async Task One_person_does_not_turn_both_keys_and_a_coordinator_has_none()
    {
        var sides = await TwoSides.In(space);
        await sides.Write(space, TwoSides.Clause("first"), TwoSides.Clause("second"));
        await sides.Offer(space);
        var hash = (await sides.Last(space)).Hash;
        (await sides.Sign(space, Side.First, hash, sides.OfBoth)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.sign.two-keys");
        (await sides.Sign(space, Side.First, hash, sides.OfSecond)).Refusals.ShouldContain(Refusal.NotAllowed);
        (await sides.Sign(space, Side.First, hash, Register.As("coordinator"))).Refusals.ShouldContain(Refusal.NotAllowed);
        (await space.Read(db => db.Set<ContractSignature>().CountAsync(s => s.Hash == hash))).ShouldBe(0);
    }

    [Fact]
    public async Task A_signature_is_not_replayed_on_another_text_nor_counted_twice()
    {
        var sides = await TwoSides.In(space);
        await sides.Write(space, TwoSides.Clause("first"), TwoSides.Clause("second"));
        await sides.Offer(space);
        var old = await sides.Last(space);
        (await sides.Sign(space, Side.First, old.Hash, sides.OfFirst)).Accepted.ShouldBeTrue();
        (await sides.Sign(space, Side.First, old.Hash, sides.OfFirst)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.sign.already");
        await sides.Write(space, TwoSides.Clause("first", quantity: "41"), TwoSides.Clause("second"));
        (await sides.Offer(space)).Accepted.ShouldBeTrue();
        (await sides.Sign(space, Side.Second, old.Hash, sides.OfSecond)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.sign.other-text");
        (await sides.Sign(space, Side.First, old.Hash[..8], Register.As("coordinator"), onPaper: true)).Refusals.ShouldContain(r => r.TextKey == "agreements.sign.other-text");
        (await sides.State(space)).SignaturesOf(await sides.Last(space)).ShouldBeEmpty("the key given to the first text opens only the first");
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await sides.Sign(space, Side.First, (await sides.Last(space)).Hash, sides.OfFirst)));
        results.Count(r => r.Accepted).ShouldBe(1);
        (await sides.State(space)).InForce.ShouldBeNull();
    }

    [Fact]
    public async Task Paper_signed_by_both_counts_the_same_with_the_fingerprint_printed_on_it()
    {
        var sides = await TwoSides.In(space);
        await sides.Write(space, TwoSides.Clause("first"), TwoSides.Clause("second"));
        await sides.Offer(space);
        var version = await sides.Last(space);
        var sheet = await space.Browse().Open($"/contrats/{sides.Contract.Slug}/feuille");
        sheet.Words.ShouldContain(version.Hash[..8]);
        var agent = await space.BrowseAs(Role.CounterAgent);
        foreach (var side in (string[])["first", "second"])
        {
            var page = await agent.Open($"/contrats/{sides.Contract.Slug}");
            (await page.SendTo("?handler=Sign", ("SignSide", side), ("SignedAs", "porte-parole"), ("Hash", "00000000"), ("KeptAt", "classeur"))).RefusalOf("Hash").ShouldContain("L’empreinte");
            (await page.SendTo("?handler=Sign", ("SignSide", side), ("SignedAs", "porte-parole"), ("Hash", version.Hash[..8].ToUpperInvariant()), ("KeptAt", "classeur bleu"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await sides.State(space)).InForce!.Number.ShouldBe(1);
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}")).Words.ShouldContain("sur papier");
    }

    [Fact]
    public async Task The_signed_text_is_kept_byte_for_byte_and_the_database_refuses_to_change_it()
    {
        var sides = await TwoSides.In(space);
        var version = await sides.Signed(space);
        var file = await space.Browse().Http.GetByteArrayAsync($"/contrats/{sides.Contract.Slug}/version-1.txt", TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(version.Hash);
        System.Text.Encoding.UTF8.GetString(file).ShouldContain("1.1 Heures, 40 h");
        await space.Act(async db =>
        {
            foreach (var sql in (string[])["UPDATE contract_version SET text = 'autre'", "DELETE FROM contract_version", "UPDATE contract_signature SET signed_as = 'autre'", "DELETE FROM contract_signature"])
                (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql))).Message.ShouldContain("append-only");
        });
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}/version-2.txt")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_contract_in_which_one_side_brings_nothing_or_nothing_dated_is_not_offered()
    {
        var sides = await TwoSides.In(space);
        (await sides.Write(space, TwoSides.Clause("first"))).Refusals.ShouldBeEmpty();
        (await sides.Offer(space)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.offer.one-side");
        foreach (var (wrong, field) in ((TypedClause, string)[])[(TwoSides.Clause("second", quantity: "-5"), "Quantity"), (TwoSides.Clause("second", quantity: "0"), "Quantity"), (TwoSides.Clause("second", due: ""), "DueOn"), (TwoSides.Clause("second", due: "demain"), "DueOn"), (TwoSides.Clause("second", proof: ""), "Proof"), (TwoSides.Clause("second", "magie"), "Kind")])
            (await sides.Write(space, TwoSides.Clause("first"), wrong)).Refusals.ShouldContain(r => r.Field == $"Clauses[1].{field}", field);
        (await sides.Now(space)).Draft.Clauses.Count.ShouldBe(1, "nothing was written");
    }

    [Fact]
    public async Task Two_people_who_write_at_once_are_told_and_what_was_typed_comes_back()
    {
        var sides = await TwoSides.In(space);
        var (one, two) = (await space.BrowseAs(Role.Coordinator), await space.BrowseAs(Role.CounterAgent));
        var late = await two.Open($"/contrats/{sides.Contract.Slug}/ecrire");
        (await (await one.Open($"/contrats/{sides.Contract.Slug}/ecrire")).Send(("Purpose", "Le premier a écrit"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await late.Send(("Purpose", "Le second aussi"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ValueOf("Purpose").ShouldBe("Le second aussi");
        (await sides.Now(space)).Draft.Purpose.ShouldBe("Le premier a écrit");
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}/ecrire")).Status.ShouldBe(HttpStatusCode.Redirect, "a visitor reads and does not write");
    }

    [Fact]
    public async Task Evidence_moves_the_balance_and_a_late_commitment_is_said()
    {
        var sides = await TwoSides.In(space);
        (await sides.Write(space, TwoSides.Clause("first", due: "2026-11-01"), TwoSides.Clause("second", "money", "Arbres", "600"))).Refusals.ShouldBeEmpty();
        await sides.Offer(space);
        var version = await sides.Last(space);
        await sides.Sign(space, Side.First, version.Hash, sides.OfFirst);
        await sides.Sign(space, Side.Second, version.Hash, sides.OfSecond);
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}")).Words.ShouldContain("En retard");
        var clause = version.Content.Clauses[0].Id;
        (await Evidence(sides, clause, "30")).Refusals.ShouldBeEmpty();
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}")).Words.ShouldContain("30 heures");
        (await Evidence(sides, clause, "10")).Refusals.ShouldBeEmpty();
        (await space.Browse().Open($"/contrats/{sides.Contract.Slug}")).Words.ShouldContain("1 engagement tenu sur 1");
        (await Evidence(sides, clause, "-10")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.clause.quantity");
        (await Evidence(sides, Guid.CreateVersion7(), "1")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.evidence.no-clause");
    }

    [Fact]
    public async Task A_circle_sits_before_any_sanction_then_the_contract_ends_with_its_reason_and_another_goes_on()
    {
        var sides = await TwoSides.In(space);
        var version = await sides.Signed(space);
        (await Tell(sides, ContractEvent.Breach, version.Content.Clauses[1].Id, "Les arbres ne sont pas venus")).Refusals.ShouldBeEmpty();
        var breach = (await sides.Now(space)).Breaches.Single().Id;
        (await Tell(sides, ContractEvent.Sanction, breach, "La ville paiera double")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.sanction.no-circle");
        (await Tell(sides, ContractEvent.Circle, breach, "La pépinière a gelé : on plante en mars")).Refusals.ShouldBeEmpty();
        (await Tell(sides, ContractEvent.Sanction, breach, "La ville prête le tracteur")).Refusals.ShouldBeEmpty();
        (await Tell(sides, ContractEvent.Review, null, "Nous nous sommes revus")).Refusals.ShouldBeEmpty();
        (await Tell(sides, ContractEvent.End, null, "")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.note.missing");
        (await Tell(sides, ContractEvent.End, null, "Le terrain est vendu")).Refusals.ShouldBeEmpty();
        var page = await space.Browse().Open($"/contrats/{sides.Contract.Slug}");
        page.Words.ShouldContain("Le terrain est vendu");
        page.Words.ShouldContain("La pépinière a gelé");
        (await sides.Write(space, TwoSides.Clause("first"), TwoSides.Clause("second"))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.ended.already");
        (await Facts(sides)).ShouldBe(["agreement.signed", "agreement.reviewed", "agreement.ended"]);
        var next = await space.In(s => s.GetRequiredService<StartContract>().Handle(new("La suite", sides.First.Name, sides.Second.Slug, null, sides.Contract.Id), sides.OfFirst, default));
        next.Value!.Draft.Clauses.Count.ShouldBe(2);
        next.Value.RenewsId.ShouldBe(sides.Contract.Id);
    }

    [Fact]
    public async Task The_sides_are_two_and_known()
    {
        var sides = await TwoSides.In(space);
        Task<Outcome<Contract>> Start(string first, string second) => space.In(s => s.GetRequiredService<StartContract>().Handle(new("Essai", first, second, null, null), Register.As("coordinator"), default));
        (await Start(sides.First.Name, "Personne d’ici")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.side.unknown");
        (await Start(sides.First.Name, sides.First.Slug)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("agreements.side.same");
        (await space.In(s => s.GetRequiredService<StartContract>().Handle(new("Essai", sides.First.Name, sides.Second.Name, null, null), Register.As("member", Guid.CreateVersion7()), default))).Refusals.ShouldContain(Refusal.NotAllowed);
    }

    private Task<Outcome> Evidence(TwoSides sides, Guid clause, string quantity) =>
        space.In(s => s.GetRequiredService<KeepEvidence>().Handle(new(sides.Contract.Id, clause, "Feuille de présence", new LocalDate(2026, 11, 19), quantity), sides.OfSecond, default));

    private async Task<Outcome> Tell(TwoSides sides, ContractEvent what, Guid? about, string note)
    {
        var contract = await sides.Now(space);
        return await space.In(s => s.GetRequiredService<TellContract>().Handle(new(contract.Id, contract.Version, what, about, new LocalDate(2026, 11, 20), note), sides.OfFirst, default));
    }

    private Task<List<string>> Facts(TwoSides sides) => space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == sides.Contract.Id).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => f.Kind).ToListAsync());
}

public sealed class ContractOnSqlite(SqliteSpace space) : ContractTests(space), IClassFixture<SqliteSpace>;

public sealed class ContractOnPostgres(PostgresSpace space) : ContractTests(space), IClassFixture<PostgresSpace>;
