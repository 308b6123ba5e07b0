using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Connect.TimeExchange;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.People;
using Trame.Tests.Connect.Needs;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.TimeExchange;

/// <summary>The week of a time bank, from the front door: members, cheques, the office, and what is refused.</summary>
public abstract class TimeExchangeTests(TestSpace space)
{
    [Fact]
    public async Task A_neighbour_joins_under_any_name_is_welcomed_pays_and_leaves_and_nothing_public_says_who_or_how_much()
    {
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/temps")).Document.QuerySelector("#ouvrir").ShouldBeNull();
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var opened = await (await coordinator.Open("/temps")).Send(("Name", "SEL des Tanneurs"), ("Commune", "yzeure"));
        opened.Location.ShouldBe("/temps/sel-des-tanneurs/regles");
        var bank = await space.Read(db => db.Set<TimeBank>().SingleAsync(b => b.Slug == "sel-des-tanneurs"));

        var neighbour = space.Browse();
        var refused = await (await neighbour.Open("/temps/sel-des-tanneurs/rejoindre")).Send(("Name", " "), ("Code", "XXXX-XXXX-XXXX"));
        (refused.Status, refused.RefusalOf("Name").Length > 0, refused.RefusalOf("Code").Length > 0, refused.RefusalOf("Consent").Length > 0).ShouldBe((HttpStatusCode.UnprocessableEntity, true, true, true));
        var joined = await (await neighbour.Open("/temps/sel-des-tanneurs/rejoindre")).Send(("Name", "Zorro"), ("Consent", "true"));
        (await joined.Follow()).Words.ShouldContain("dire bonjour");
        var office = await space.BrowseAs(Role.CounterAgent);
        (await space.Browse().Open("/temps/sel-des-tanneurs/bureau")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await office.Open("/temps/sel-des-tanneurs/bureau")).SendTo("?handler=Welcome")).Status.ShouldBe(HttpStatusCode.Redirect);
        var anne = await space.HasMember(bank, "Anne");
        var mine = await joined.Follow();
        mine.Words.ShouldContain("2 h");

        var paid = await mine.SendTo("handler=Pay", ("To", "Anne"), ("Time", "1 h 30"), ("Service", "repair"), ("Day", SeededBank.Friday));
        paid.Status.ShouldBe(HttpStatusCode.Redirect);
        (await mine.SendTo("handler=Pay", ("To", "Anne"), ("Time", "1 h 30"), ("Service", "repair"), ("Day", SeededBank.Friday))).Status.ShouldBe(HttpStatusCode.Redirect, "the same form sent twice");
        (await space.Balance(anne)).ShouldBe(120 + 90, "it counts once");
        (await space.Facts(TimeExchangeFacts.Made, bank.Id)).ShouldBe(1);
        (await neighbour.Open(joined.Location!)).Words.ShouldContain("Une petite réparation");
        var debt = await (await neighbour.Open(joined.Location!)).SendTo("handler=Pay", ("To", "Anne"), ("Time", "2 h"), ("Service", "repair"), ("Day", SeededBank.Friday));
        debt.Status.ShouldBe(HttpStatusCode.Redirect);
        foreach (var page in (string[])["/temps", "/temps/sel-des-tanneurs", "/relier"])
        {
            var read = await space.Browse().Open(page);
            read.Words.ShouldNotContain("Zorro");
            read.Words.ShouldNotContain("−1 h", customMessage: "no balance is public, least of all below zero");
        }

        (await space.Browse().Open("/temps/sel-des-tanneurs")).Words.ShouldContain("moins de 11");
        (await space.Browse().Open("/temps/sel-des-tanneurs/annonces")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await neighbour.Open($"/relier/proposer?carnet={joined.Location!.Split('/')[^1]}")).Send(("What", "Affûter les couteaux"), ("Answers", "repair"), ("Consent", "true"), ("Commune", "yzeure"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/temps/sel-des-tanneurs/annonces?code={anne.Code}")).Words.ShouldContain("Affûter les couteaux", customMessage: "offers are those of the carnet, not twins of them");
        (await space.Browse().Open($"/temps/compte/{anne.Code}")).Words.ShouldContain("+1 h");

        (await (await neighbour.Open(joined.Location!)).SendTo("handler=Close")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await neighbour.Open(joined.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
        var gone = await space.Read(db => db.Set<TimeAccount>().SingleAsync(a => a.BankId == bank.Id && a.State == AccountState.Closed));
        (gone.Name, gone.Code, gone.Balance).ShouldBe(("", "", 0), "what they owed is carried by all");
        (await space.Balance(anne)).ShouldBe(120 + 210, "what was received stays");
        (await (await office.Open("/temps/sel-des-tanneurs/journal")).Browser.Open("/temps/sel-des-tanneurs/journal?handler=File")).Text.ShouldContain("minutes");
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task Wrong_hours_are_refused_beside_their_question()
    {
        var bank = await space.HasBank();
        var (a, b) = (await space.HasMember(bank, "A"), await space.HasMember(bank, "B"));
        foreach (var wrong in (string[])["-2", "0", "deux heures", "99999999999999999999", "1:75", "0,001", "NaN", "1e9"]) (await space.Pay(a, b, wrong)).Refusals.ShouldContain(r => r.TextKey == "time.hours.wrong" && r.Field == "Time", wrong);
        (await space.Pay(a, b, "9999 h")).Refusals.ShouldContain(r => r.TextKey == "time.hours.long");
        (await space.Pay(a, b, "25 h")).Accepted.ShouldBeFalse();
        (await space.Pay(a, b, "1", day: "2027-01-01")).Refusals.ShouldContain(r => r.TextKey == "time.day.future");
        (await space.Pay(a, b, "1", day: "2024-01-01")).Refusals.ShouldContain(r => r.TextKey == "time.day.old");
        (await space.Pay(a, b, "1", service: "flattery")).Refusals.ShouldContain(r => r.Field == "Service");
        (await space.Pay(a, a, "1")).Refusals.ShouldContain(r => r.TextKey == "time.to.oneself");
        (await space.Pay(a, b, "20 h", gift: true)).Accepted.ShouldBeTrue("a gift has no length of a day");
        (await space.Pay(a, b, "3 h", gift: true)).Refusals.ShouldContain(r => r.TextKey == "time.limit.floor", "not below twenty hours under zero");
        // Three times eight hours on one day, and not a minute more.
        var others = new List<TimeAccount>();
        for (var i = 0; i < 4; i++) others.Add(await space.HasMember(bank, $"Aidé {i}"));
        var busy = await space.HasMember(bank, "Très occupée");
        for (var i = 0; i < 3; i++) (await space.Pay(others[i], busy, "8 h")).Refusals.ShouldBeEmpty();
        (await space.Pay(others[3], busy, "1 min")).Refusals.ShouldContain(r => r.TextKey == "time.day.long");
        (await space.Pay(others[3], busy, "2 h", day: "2026-11-19")).Accepted.ShouldBeTrue();
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task A_paper_cheque_checks_its_signs_counts_once_and_is_void_when_lost()
    {
        var bank = await space.HasBank();
        var (payer, helper) = (await space.HasMember(bank, "Payeuse"), await space.HasMember(bank, "Aidant"));
        var home = space.Browse();
        var printed = await (await home.Open($"/temps/compte/{payer.Code}")).SendTo("handler=Book");
        var book = await printed.Follow();
        book.Document.QuerySelectorAll(".cheque").Length.ShouldBe(TimeCheque.InABook);
        book.Document.QuerySelectorAll(".cheque__code").Length.ShouldBe(TimeCheque.InABook, "each has its square for a phone");
        var numbers = await space.Read(db => db.Set<TimeCheque>().Where(c => c.AccountId == payer.Id).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());
        (string, string)[] Typed(string number) => [("Number", number), ("To", $"{helper.Number}"), ("Time", "1 h"), ("Service", "repair"), ("Day", SeededBank.Friday)];
        var office = await space.BrowseAs(Role.CounterAgent);
        var desk = $"/temps/{bank.Slug}/bureau";
        var other = numbers[0][0] == 'A' ? 'B' : 'A';
        (await (await office.Open(desk)).SendTo("?handler=Cheque", Typed(other + numbers[0][1..]))).RefusalOf("Number").ShouldContain("Un signe est faux");
        (await (await office.Open(desk)).SendTo("?handler=Cheque", Typed(numbers[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await office.Open(desk)).SendTo("?handler=Cheque", Typed(numbers[0]))).RefusalOf("Number").ShouldContain("déjà été saisi");
        (await space.Balance(helper)).ShouldBe(180);
        (await (await home.Open($"/temps/compte/{payer.Code}/cheques")).Send()).Status.ShouldBe(HttpStatusCode.Redirect, "the first that is left was lost");
        (await (await office.Open(desk)).SendTo("?handler=Cheque", Typed(numbers[1]))).RefusalOf("Number").ShouldContain("annulé");
        (await (await office.Open(desk)).SendTo("?handler=Cheque", Typed(ChequeNumber.New()))).RefusalOf("Number").ShouldContain("n’est pas de cette banque");
        (await space.LastTransfer(bank)).Channel.ShouldBe(Channel.Paper);
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task The_office_acts_within_a_mandate_and_nothing_beyond()
    {
        var bank = await space.HasBank();
        var (member, helper) = (await space.HasMember(bank, "Odette"), await space.HasMember(bank, "Louis"));
        var office = await space.BrowseAs(Role.CounterAgent);
        var page = $"/temps/{bank.Slug}/membres/{member.Id}";
        Task<Answer> Pay(string time, string gift = "false") => Send("handler=Pay", ("To", $"{helper.Number}"), ("Time", time), ("Service", "repair"), ("Day", SeededBank.Friday), ("Gift", gift));
        async Task<Answer> Send(string handler, params (string, string)[] typed) => await (await office.Open(page)).SendTo(handler, typed);
        (await Pay("1 h")).Words.ShouldContain("Aucun mandat");
        (await Send("handler=Mandate", ("Most", "2 h"), ("Days", "31"))).RefusalOf("Acts").ShouldContain("Cochez");
        (await Send("handler=Mandate", ("Acts", "pay"), ("Most", "2 h"), ("Days", "31"), ("Evidence", "signed-paper"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Pay("1 h")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Pay("3 h")).Words.ShouldContain("s’arrête à 2 h");
        (await Pay("1 h", gift: "true")).Words.ShouldContain("ne dit pas cela");
        (await Send("handler=Book")).Words.ShouldContain("ne dit pas cela");
        (await Send("handler=Close")).Words.ShouldContain("ne dit pas cela");
        var own = await space.Browse().Open($"/temps/compte/{member.Code}");
        own.Words.ShouldContain("fait en mon nom par le bureau");
        (await own.SendTo("handler=Revoke")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Pay("1 h")).Words.ShouldContain("fini ou arrêté");
        (await space.In(s => s.GetRequiredService<KeepAccount>().Handle(new KeepAccount.Giving(member.Id, "", [MandateAct.Pay], "1 h", 1, MandateEvidence.CalledBack), Register.As("counter-agent"), default))).Accepted.ShouldBeTrue();
        await space.Act(db => db.Set<TimeMandate>().Where(m => m.AccountId == member.Id && m.RevokedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.EndsOn, new LocalDate(2026, 11, 1))));
        (await Pay("1 h")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "its days are over");
        (await space.In(s => s.GetRequiredService<PayHours>().Handle(new(Guid.CreateVersion7(), member.Id, "", $"{helper.Number}", false, false, "1 h", "repair", SeededBank.Friday, Channel.Counter), Register.As("resident"), default))).Refusals.ShouldContain(Refusal.NotAllowed);
        (await space.In(s => s.GetRequiredService<PayHours>().Handle(new(Guid.CreateVersion7(), member.Id, helper.Code, $"{helper.Number}", false, false, "1 h", "repair", SeededBank.Friday, Channel.Online), Register.As("resident"), default))).Refusals.ShouldContain(Refusal.NotAllowed, "a code opens its own account only");
        (await space.Balance(member)).ShouldBe(60);
    }

    [Fact]
    public async Task A_mistake_is_compensated_once_and_both_stay()
    {
        var bank = await space.HasBank();
        var (a, b, c) = (await space.HasMember(bank, "A"), await space.HasMember(bank, "B"), await space.HasMember(bank, "C"));
        (await space.Pay(a, b, "1 h")).Accepted.ShouldBeTrue();
        var wrong = await space.LastTransfer(bank);
        var office = await space.BrowseAs(Role.CounterAgent);
        (await (await office.Open($"/temps/{bank.Slug}/journal")).SendTo("/journal", ("Reason", "wrong-hours"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Balance(a), await space.Balance(b)).ShouldBe((120, 120));
        (await space.In(s => s.GetRequiredService<CorrectTransfer>().Handle(new(wrong.Id, CorrectionReason.WrongHours), Register.As("coordinator"), default))).Refusals.ShouldContain(r => r.TextKey == "time.correct.already");
        (await space.Read(db => db.Set<TimeTransfer>().CountAsync(t => t.BankId == bank.Id && t.Kind != TransferKind.Welcome))).ShouldBe(2, "nothing is erased (R12)");
        (await space.Read(db => db.Set<Fact>().SingleAsync(f => f.Corrects == wrong.FactId))).AmountValue.ShouldBe(0);

        var group = await space.In(s => s.GetRequiredService<ShareHours>().Handle(new(Guid.CreateVersion7(), bank.Id, "A", "B, C", "1 h 15", "learning", SeededBank.Friday, Channel.Paper), Register.As("counter-agent"), default));
        group.Refusals.ShouldBeEmpty();
        (await space.Balance(a), await space.Balance(b), await space.Balance(c)).ShouldBe((195, 82, 83));
        (await space.In(s => s.GetRequiredService<ShareHours>().Handle(new(Guid.CreateVersion7(), bank.Id, "A, Personne", "A", "-1", "learning", SeededBank.Friday, Channel.Paper), Register.As("counter-agent"), default))).Refusals.Select(r => r.TextKey).ShouldBe(["time.hours.wrong", "time.to.unknown", "time.to.oneself"]);
        var line = await space.LastTransfer(bank);
        (await space.In(s => s.GetRequiredService<CorrectTransfer>().Handle(new(line.Id, CorrectionReason.DidNotHappen), Register.As("coordinator"), default))).Refusals.ShouldBeEmpty();
        (await space.Balance(a), await space.Balance(b), await space.Balance(c)).ShouldBe((120, 120, 120), "a group exchange is compensated whole");
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task Whoever_cannot_give_back_receives_from_the_pot_while_it_can_and_no_reason_is_kept()
    {
        var bank = await space.HasBank();
        var (carer, helper, generous) = (await space.HasMember(bank, "Aidante"), await space.HasMember(bank, "Voisin"), await space.HasMember(bank, "Généreux"));
        (await space.In(s => s.GetRequiredService<PayHours>().Handle(new(Guid.CreateVersion7(), generous.Id, generous.Code, "", true, true, "1 h", "", "", Channel.Online), Register.As("resident"), default))).Refusals.ShouldBeEmpty();
        (await (await space.Browse().Open($"/temps/compte/{carer.Code}")).SendTo("handler=Exempt", ("On", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Pay(carer, helper, "1 h")).Refusals.ShouldBeEmpty();
        (await space.Balance(carer), await space.Balance(await space.Shared(bank, AccountKind.Pot)), await space.Balance(helper)).ShouldBe((120, 0, 180), "the pot gave in her place");
        (await space.Pay(carer, helper, "1 h")).Refusals.ShouldBeEmpty();
        (await space.Balance(carer)).ShouldBe(60, "the pot is empty: her own hours serve");
        var columns = await space.Read(db => Task.FromResult(db.Model.FindEntityType(typeof(TimeAccount))!.GetProperties().Select(p => p.Name).ToList()));
        columns.Where(c => ((string[])["reason", "illness", "health", "diagnos", "score", "rank", "personid", "email", "phone", "birth"]).Any(w => c.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        (await (await space.BrowseAs(Role.CounterAgent)).Open($"/temps/{bank.Slug}/membres/{carer.Id}")).Words.ShouldContain("le pot donne à sa place");
        // « Effacez tout ce que j'ai dit » closes the account too.
        (await space.In(s => s.GetRequiredService<WithdrawCarnet>().Handle(new(carer.Code, Channel.Counter), Register.As("counter-agent"), default))).Refusals.ShouldBeEmpty();
        (await space.Balance(await space.Shared(bank, AccountKind.Pot))).ShouldBe(60);
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task The_office_is_told_who_never_asked_and_what_is_not_occasional_any_more()
    {
        var bank = await space.HasBank();
        var members = new List<TimeAccount>();
        for (var i = 0; i < 12; i++) members.Add(await space.HasMember(bank, $"Membre {i}"));
        for (var i = 0; i < 4; i++) (await space.Pay(members[1], members[0], "1 h", day: $"2026-11-{10 + i}")).Refusals.ShouldBeEmpty();
        var care = await space.In(s => s.GetRequiredService<ReadBank>().ForOffice(bank, default));
        care.NeverAsked.Select(a => a.Id).ShouldBe([members[0].Id]);
        care.Repeated.ShouldHaveSingleItem().Times.ShouldBe(4);
        care.Gini.ShouldBe(1, "one alone gave");
        (await (await space.BrowseAs(Role.CounterAgent)).Open($"/temps/{bank.Slug}/bureau")).Words.ShouldContain("Membre 0 (n° 3) pour Membre 1 (n° 4)");
        var few = await space.HasBank();
        var (a, b) = (await space.HasMember(few, "A"), await space.HasMember(few, "B"));
        (await space.Pay(a, b, "1 h")).Accepted.ShouldBeTrue();
        (await space.In(s => s.GetRequiredService<ReadBank>().ForOffice(few, default))).Gini.ShouldBeNull("below the threshold, not measurable (R5)");
    }

    [Fact]
    public async Task Rules_are_the_same_for_all_and_who_stands_beyond_keeps_where_they_stand()
    {
        var bank = await space.HasBank();
        var (a, b) = (await space.HasMember(bank, "A"), await space.HasMember(bank, "B"));
        (await space.Pay(a, b, "20 h", gift: true)).Refusals.ShouldBeEmpty();
        (await (await space.BrowseAs(Role.CounterAgent)).Open($"/temps/{bank.Slug}/regles")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var coordinator = await space.BrowseAs(Role.Coordinator);
        (await (await coordinator.Open($"/temps/{bank.Slug}/regles")).SendTo("/regles", ("Ceiling", "bientôt"), ("Most", "25 h"))).RefusalOf("Most").ShouldContain("24 heures");
        (await (await coordinator.Open($"/temps/{bank.Slug}/regles")).SendTo("/regles", ("Floor", "5 h"), ("Ceiling", "10 h"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Pay(a, b, "1 h", gift: true)).Accepted.ShouldBeFalse("no further down");
        (await space.Pay(b, a, "15 h", gift: true)).Refusals.ShouldBeEmpty();
        (await space.Pay(a, b, "9 h", gift: true)).Accepted.ShouldBeTrue();
        await space.AddsUp(bank);
    }

    [Fact]
    public async Task Hours_pass_between_two_banks_once_and_what_is_refused_comes_back()
    {
        var bank = await space.HasBank("Ici");
        var member = await space.HasMember(bank, "Marcheuse");
        var directory = space.Services.GetRequiredService<SpaceDirectory>();
        if (directory.Find("ailleurs") is null)
        {
            directory.Add(new Space("ailleurs", "Ailleurs", Provider.Sqlite, "ailleurs.sqlite", null, false, false), space.Clock.GetUtcNow());
            await space.Services.GetRequiredService<PrepareSpace>().Handle(directory.Find("ailleurs")!, TestContext.Current.CancellationToken);
        }

        var there = directory.Find("ailleurs")!;
        async Task<T> Elsewhere<T>(Func<IServiceProvider, Task<T>> act)
        {
            await using var scope = space.Services.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, there, Trame.Foundation.Web.Actor.Machine, default);
            return await act(scope.ServiceProvider);
        }

        var (far, friend) = await Elsewhere(async s =>
        {
            var db = s.GetRequiredService<TrameDb>();
            var commune = new Trame.Registers.Territories.Territory(Trame.Registers.Territories.TerritoryKind.Commune, "Vichy", "vichy", null);
            db.Add(commune);
            (await db.Save(default)).ThrowIfRefused();
            var opened = (await s.GetRequiredService<OpenBank>().Handle(new OpenBank.Opening("Là-bas", "", "vichy"), Register.As("coordinator"), default)).Value!;
            return (opened, (await s.GetRequiredService<JoinBank>().Handle(new JoinBank.Request(opened.Id, "Ami", "", "", true, true, Channel.Counter), Register.As("counter-agent"), default)).Value!);
        });
        (await space.In(s => s.GetRequiredService<SettleClearings>().Handle(new SettleClearings.Agreement(bank.Id, "nulle-part/rien", "10 h"), Register.As("coordinator"), default))).Refusals.ShouldContain(r => r.TextKey == "time.partner.unknown");
        (await space.In(s => s.GetRequiredService<SettleClearings>().Handle(new SettleClearings.Agreement(bank.Id, $"ailleurs/{far.Slug}", "10 h"), Register.As("coordinator"), default))).Refusals.ShouldBeEmpty();
        var partner = await space.Read(db => db.Set<TimeAccount>().SingleAsync(a => a.BankId == bank.Id && a.Kind == AccountKind.Partner));
        Task<Outcome> Send(Guid key, string time, int number) => space.In(s => s.GetRequiredService<SettleClearings>().Handle(new SettleClearings.Sending(key, member.Id, member.Code, partner.Id, number, time, "repair", SeededBank.Friday), Register.As("resident"), default));

        (await Send(Guid.CreateVersion7(), "30 min", friend.Number)).Refusals.ShouldBeEmpty();
        (await space.Balance(member)).ShouldBe(120, "the other side has not agreed: the hours came back");
        (await space.Browse().Open($"/temps/compte/{member.Code}")).Words.ShouldContain("refusées là-bas");
        (await Elsewhere(s => s.GetRequiredService<SettleClearings>().Handle(new SettleClearings.Agreement(far.Id, $"{TestSpace.Slug}/{bank.Slug}", "10 h"), Register.As("coordinator"), default))).Refusals.ShouldBeEmpty();
        var key = Guid.CreateVersion7();
        (await Send(key, "1 h", friend.Number)).Refusals.ShouldBeEmpty();
        (await Send(key, "1 h", friend.Number)).Accepted.ShouldBeTrue("sent twice");
        (await Send(Guid.CreateVersion7(), "12 h", friend.Number)).Refusals.ShouldContain(r => r.TextKey == "time.limit.ceiling", "no more than both agreed");
        var theirs = await Elsewhere(s => s.GetRequiredService<TrameDb>().Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == far.Id).ToListAsync());
        theirs.Single(a => a.Id == friend.Id).Balance.ShouldBe(180);
        (theirs.Single(a => a.Kind == AccountKind.Partner).Balance + await space.Balance(partner)).ShouldBe(0, "what one owes the other is owed");
        theirs.Sum(a => a.Balance).ShouldBe(0);
        await space.AddsUp(bank);
    }
}

public sealed class TimeExchangeOnSqlite(SqliteSpace space) : TimeExchangeTests(space), IClassFixture<SqliteSpace>;

public sealed class TimeExchangeOnPostgres(PostgresSpace space) : TimeExchangeTests(space), IClassFixture<PostgresSpace>;
