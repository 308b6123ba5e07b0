using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Deliberate.Budgets;
using Trame.Engines.FairBudget;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;
using Outcome = Trame.Foundation.Data.Outcome;

namespace Trame.Tests.Deliberate.Budgets;

public abstract class BudgetTests(TestSpace space)
{
    private static readonly Actor Coordinator = Register.As("coordinator");

    // Friday 20 November 2026: the vote is on; it ends on the 19th when it is to be counted.
    private static readonly BudgetFrame Whole = new(100_000, "Ce qui sert à tous", "Qui habite ici", false, new(2026, 11, 1), new(2026, 11, 20), new(2026, 11, 21), new(2026, 11, 30), BallotKind.Approval, 5, CountRule.EqualShares, "La ville", "");

    private static readonly (string Name, long Cents, string Voters)[] Ten = [("Cour d’école", 50_000, "ABCDEF"), ("Piste cyclable", 40_000, "ABCDE"), ("Jardin partagé", 24_000, "GHIJ"), ("Boîte à livres", 18_000, "GHI"), ("Fête", 8_000, "EF")];

    [Fact]
    public async Task It_opens_only_when_nothing_is_missing_and_then_its_promises_stay()
    {
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var page = await coordinator.Open("/budgets");
        (await page.Send(("Name", ""), ("Commune", "yzeure"))).RefusalOf("Name").ShouldContain("nom");
        page = await (await page.Send(("Name", $"Budget {Register.Unique()}"), ("Commune", "yzeure"))).Follow();
        var rules = page.Url;
        page = await (await page.Send(("Amount", "0"), ("Eligibility", "Tout"), ("Voters", "Tous"), ("Decider", "La ville"), ("ProposeFrom", "2026-11-20"), ("ProposeUntil", "2026-11-25"), ("VoteFrom", "2026-11-25"), ("VoteUntil", "2026-12-02"), ("Points", "0"))).Follow();
        page.Words.ShouldContain("Une enveloppe de zéro ne finance rien");
        page.Words.ShouldContain("Les dates ne se suivent pas");
        page.Words.ShouldContain("Un nombre de projets ou de points");
        page = await (await (await coordinator.Open(rules)).Send(("Amount", "1000,50"), ("VoteFrom", "2026-11-28"), ("Points", "3"))).Follow();
        (await space.Browse().Open(page.Url)).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody else's");
        page = await (await page.SendTo("?handler=Open")).Follow();
        page.Words.ShouldContain("Le budget est ouvert");
        (await coordinator.Open(rules)).Status.ShouldBe(HttpStatusCode.Redirect, "what was promised does not change");
        (await space.Browse().Open(page.Url)).Words.ShouldContain("1 000,50");
        (await space.Browse().Open("/budgets")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_project_is_proposed_without_an_account_costed_contested_and_its_list_freezes_with_the_vote()
    {
        var budget = await Opened(Whole);
        var path = $"/budgets/{budget.Slug}";
        var page = await space.Browse().Open($"{path}/proposer");
        (await page.Send(("Name", ""), ("What", ""))).RefusalOf("What").ShouldContain("une phrase");
        page = await (await page.Send(("Name", "Un <b>banc</b>"), ("What", "Un banc à l’ombre"))).Follow();
        page.Text.ShouldNotContain("<b>banc</b>");
        (await (await space.Browse().Open($"{path}/proposer")).Send(("Name", "un <B>Banc</b>"), ("What", "Pareil"))).RefusalOf("Name").ShouldContain("1");
        var file = await File(budget, 1);
        (await Decide(file, FileState.Kept, null)).Refusals.Select(r => r.TextKey).ShouldBe(["budget.file.no-cost"]);
        (await Decide(file, FileState.Kept, 0)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.file.zero");
        (await Decide(file, FileState.Kept, 100_001)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.file.too-dear");
        (await Decide(file, FileState.Refused, null, "")).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await Decide(file, FileState.Refused, null, "Il y en a un")).Refusals.ShouldBeEmpty();
        page = await space.Browse().Open($"{path}/projets/1");
        page.Words.ShouldContain("Il y en a un");
        (await page.SendTo("?handler=Appeal", ("Appeal", "Il est cassé"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var desk = await (await space.BrowseAs(Role.CounterAgent)).Open($"{path}/projets/1");
        (await desk.SendTo("?handler=Decide", ("State", "kept"), ("Cost", "300"), ("CostNote", "Devis"))).RefusalOf("Reason").ShouldContain("pourquoi", customMessage: "an appeal is answered");
        (await desk.SendTo("?handler=Decide", ("State", "kept"), ("Cost", "300"), ("CostNote", "Devis"), ("Reason", "C’est vrai"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(path)).Words.ShouldContain("300");
        await During(budget, new(2026, 11, 22), async () =>
        {
            (await Decide(file, FileState.Refused, null, "Non")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.file.frozen");
            (await (await space.Browse().Open($"{path}/proposer")).Send(("Name", "Tard"), ("What", "Tard"))).Words.ShouldContain("pas le temps des propositions");
        });
    }

    [Fact]
    public async Task R3_ten_people_vote_by_screen_booth_and_paper_and_the_count_says_who_paid_what()
    {
        // The ten people of docs/methods/budget-participatif.md, by three ways; threshold 11, so an eleventh votes blank.
        var budget = await WithTen(Whole);
        var path = $"/budgets/{budget.Slug}";
        await During(budget, new(2026, 11, 22), async () =>
        {
            var codes = await Codes(budget, 12);
            var phone = await space.Browse().Open($"{path}/voter");
            (await phone.Send(("Chosen", "1"), ("Code", "ABCD-EFGH-JKMN"))).RefusalOf("Code").ShouldContain("n’est pas de ce budget");
            (await phone.Send(("Code", codes[0]))).Words.ShouldContain("Choisissez au moins un projet");
            (await phone.Send(("Chosen", "99"), ("Code", codes[0]))).Words.ShouldContain("n’est pas soumis au vote");
            (await phone.Send(("Chosen", "1"), ("Chosen", "1"), ("Code", codes[0]))).Words.ShouldContain("qu’une fois");
            var voted = await Voted(phone, codes[0].ToLowerInvariant().Replace('-', ' '), 'A');
            var receipt = voted.Document.QuerySelector(".receipt")!.TextContent;
            voted.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await Voted(phone, codes[0], 'B')).RefusalOf("Code").ShouldContain("déjà servi", customMessage: "a replay is not a second vote");
            (await space.Browse().Open($"{path}/recu?code={receipt}")).Words.ShouldContain("dans l’urne");
            (await space.Browse().Open($"{path}/recu?code=AAAA-BBBB-CCCC")).Words.ShouldContain("Aucun bulletin");
            for (var i = 1; i < 5; i++) (await Cast(budget, codes[i], Of((char)('A' + i)))).Refusals.ShouldBeEmpty();
            (await space.Browse().Open($"{path}/isoloir")).Status.ShouldBe(HttpStatusCode.Redirect, "the booth is held by somebody");
            var booth = await space.BrowseAs(Role.CounterAgent);
            (await Voted(await booth.Open($"{path}/isoloir"), codes[5], 'F')).Words.ShouldContain("Personne suivante");
            var sheets = (await space.In(s => s.GetRequiredService<MakeCodes>().Sheets(budget.Id, 5, Coordinator, default))).Value!;
            (await Sheet(budget, sheets[0], Of('G'))).Value!.Counts.ShouldBeFalse();
            (await Sheet(budget, sheets[0], Of('G'))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.sheet.surplus", "nobody was checked in: the box holds more than it may");
            for (var i = 6; i < 11; i++) (await (await booth.Open($"{path}/emargement")).Send(("Code", codes[i]))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await (await booth.Open($"{path}/emargement")).Send(("Code", codes[6]))).RefusalOf("Code").ShouldContain("déjà servi");
            (await (await space.Browse().Open($"{path}/voter")).Send(("Chosen", "1"), ("Code", codes[6]))).RefusalOf("Code").ShouldContain("déjà servi", customMessage: "who took a sheet does not vote on a screen too");
            (await Sheet(budget, sheets[0], Of('G'))).Value!.Counts.ShouldBeTrue();
            var entry = await (await booth.Open($"{path}/saisie")).Send(("Code", sheets[1]), ("Chosen", "3"));
            (await entry.Follow()).Words.ShouldContain("attend sa deuxième saisie");
            (await (await (await booth.Open($"{path}/saisie")).Send(("Code", sheets[1]), ("Chosen", "4"))).Follow()).Words.ShouldContain("projets 3, 4");
            (await Sheet(budget, "ZZZZ-ZZZZ-ZZZZ", Of('G'))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.sheet.unknown", "home-made ballots are not in the pile");
            await Clock(new(2026, 12, 1));
            (await Count(budget)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.count.half");
            foreach (var (sheet, who) in sheets.Skip(1).Zip("HIJ")) for (var twice = 0; twice < 2; twice++) (await Sheet(budget, sheet, Of(who))).Refusals.ShouldBeEmpty();
            for (var twice = 0; twice < 2; twice++) (await Sheet(budget, sheets[4], [], blank: true)).Refusals.ShouldBeEmpty();
            (await Sheet(budget, sheets[4], [], blank: true)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.sheet.counted");
            (await Count(budget)).Refusals.ShouldBeEmpty();
            (await Count(budget)).Refusals.ShouldNotBeEmpty();
            (await Cast(budget, codes[11], Of('A'))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("budget.vote.closed");
            var page = await space.Browse().Open($"{path}/resultats");
            page.Words.ShouldContain("4 projets financés sur 5");
            page.Words.ShouldContain("par écran : 5 ; par l’isoloir : 1 ; par le papier : 5");
            page.Document.QuerySelector("#projet-1 .tag")!.TextContent.Trim().ShouldBe("financé");
            page.Document.QuerySelector("#projet-2 .tag")!.TextContent.Trim().ShouldBe("non financé");
            var paid = await space.Browse().Open($"{path}/recu?code={receipt}");
            paid.Words.ShouldContain("Cour d’école : 83,33");
            paid.Words.ShouldNotContain("Piste", customMessage: "what a ballot did not pay for is nobody's business");
            (await space.Browse().Open($"{path}/recu?exemple=3")).Words.ShouldContain("Jardin partagé", customMessage: "anyone is lent a receipt that paid for a project");
            var pabulib = await (await space.Browse().Http.GetAsync($"{path}/resultats?handler=Pabulib", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            pabulib.ShouldNotContain(receipt);
            var again = PabulibFile.Read(new StringReader(pabulib)).File!;
            (again.Election.Voters, EqualShares.Count(again.Election, Utility.Cost, Completion.Add1Utilitarian).Funded.Count).ShouldBe((11, 4), "anyone counts again");
            (await (await space.Browse().Http.GetAsync($"{path}/resultats?handler=Table", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Boîte à livres");
            (await space.Read(db => db.Set<VotingCode>().CountAsync(c => c.BudgetId == budget.Id))).ShouldBe(0, "once counted, codes are erased");
            (await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == budget.Id && f.Kind == "budget.counted").Select(f => f.Count).SingleAsync())).ShouldBe(11);
            var project = await (await (await booth.Open($"{path}/projets/1")).SendTo("?handler=Become")).Follow();
            var link = project.Document.QuerySelector(".notice a")!.GetAttribute("href")!;
            var life = await space.Browse().Open(link);
            life.Title.ShouldContain("Cour d’école", customMessage: "its life goes on in « Faire »");
            life.Words.ShouldContain("Voté par les habitants");
            (await (await booth.Open($"{path}/projets/2")).Browser.Open($"{path}/projets/2")).Document.QuerySelector("form[action$='Become']").ShouldBeNull();
        });
    }

    [Fact]
    public async Task R3_the_same_votes_by_shuffled_ways_give_the_same_results_and_the_same_number_of_people()
    {
        var (straight, shuffled) = (await WithTen(Whole), await WithTen(Whole));
        await During(straight, new(2026, 11, 22), async () =>
        {
            var random = new Random(20261122);
            var voters = "ABCDEFGHIJAB".ToCharArray();
            var codes = await Codes(straight, voters.Length);
            foreach (var (who, code) in voters.Zip(codes)) (await Cast(straight, code, Of(who))).Refusals.ShouldBeEmpty();
            random.Shuffle(voters);
            codes = await Codes(shuffled, voters.Length);
            var sheets = (await space.In(s => s.GetRequiredService<MakeCodes>().Sheets(shuffled.Id, voters.Length, Coordinator, default))).Value!;
            foreach (var (n, who) in voters.Index())
            {
                if (n % 3 < 2)
                {
                    (await space.In(s => s.GetRequiredService<CastBallot>().Handle(new(shuffled.Id, codes[n], Of(who), false, InBooth: n % 3 == 1), Coordinator, default))).Refusals.ShouldBeEmpty();
                    continue;
                }

                (await space.In(s => s.GetRequiredService<CastBallot>().CheckIn(shuffled.Id, codes[n], Coordinator, default))).Refusals.ShouldBeEmpty();
                for (var twice = 0; twice < 2; twice++) (await Sheet(shuffled, sheets[n], Of(who))).Refusals.ShouldBeEmpty();
            }

            await Clock(new(2026, 12, 1));
            (await Count(straight)).Refusals.ShouldBeEmpty();
            (await Count(shuffled)).Refusals.ShouldBeEmpty();
            var (one, other) = (await Results(straight), await Results(shuffled));
            Telling(other).ShouldBe(Telling(one));
            other.Ballots.ShouldBe(voters.Length);
        });
    }

    [Fact]
    public async Task No_key_and_no_moment_leads_from_a_ballot_to_a_person()
    {
        var model = await space.Read(db => Task.FromResult(db.Model));
        var ballot = model.FindEntityType(typeof(BudgetBallot))!;
        ballot.GetProperties().Select(p => p.Name).ShouldBe(["BudgetId", "Receipt", "Lines"], ignoreOrder: true, "no moment, no channel, no number of arrival, no author");
        ballot.GetForeignKeys().Select(k => k.PrincipalEntityType.ClrType).ShouldBe([typeof(ParticipatoryBudget)]);
        typeof(IVersioned).IsAssignableFrom(typeof(BudgetBallot)).ShouldBeFalse("a history would say who and when");
        typeof(IVersioned).IsAssignableFrom(typeof(VotingCode)).ShouldBeFalse();
        model.FindEntityType(typeof(VotingCode))!.GetProperties().Select(p => p.Name).ShouldBe(["BudgetId", "CodeHash", "UsedBy"], ignoreOrder: true);
        // Every way between tables, in both directions, from the ballot; through the budget itself everything meets, so nothing passes through it.
        var reached = new HashSet<Type> { typeof(BudgetBallot) };
        var open = new Queue<Type>(reached);
        while (open.TryDequeue(out var type))
            foreach (var next in model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).SelectMany(k => k.DeclaringEntityType.ClrType == type ? [k.PrincipalEntityType.ClrType] : k.PrincipalEntityType.ClrType == type ? (Type[])[k.DeclaringEntityType.ClrType] : []))
                if (next != typeof(ParticipatoryBudget) && reached.Add(next)) open.Enqueue(next);
        reached.ShouldBe([typeof(BudgetBallot)]);

        var budget = await WithTen(Whole);
        await During(budget, new(2026, 11, 22), async () =>
        {
            var codes = await Codes(budget, 3);
            var person = await space.BrowseAs(Role.CounterAgent);
            var revisions = await space.Read(db => db.Set<Revision>().CountAsync());
            var facts = await space.Read(db => db.Set<Fact>().CountAsync());
            var receipts = new List<string>();
            foreach (var code in codes) receipts.Add((await Voted(await person.Open($"/budgets/{budget.Slug}/voter"), code, 'A')).Document.QuerySelector(".receipt")!.TextContent);
            (await space.Read(db => db.Set<Revision>().CountAsync())).ShouldBe(revisions, "even who is signed in leaves no history by voting");
            (await space.Read(db => db.Set<Fact>().CountAsync())).ShouldBe(facts);
            var kept = await space.Read(db => db.Set<BudgetBallot>().Where(b => b.BudgetId == budget.Id).Select(b => b.Receipt).ToListAsync());
            kept.ShouldBe(receipts, ignoreOrder: true);
            await space.Act(async db =>
            {
                if (db.Provider == Provider.Sqlite)
                {
                    (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("SELECT rowid FROM budget_ballot"))).Message.ShouldContain("rowid", customMessage: "SQLite would number ballots as they come");
                    (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO budget_ballot SELECT * FROM budget_ballot"))).Message.ShouldContain("append-only");
                }

                (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE budget_ballot SET lines = '[]'"))).Message.ShouldContain("append-only");
                (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM budget_ballot"))).Message.ShouldContain("append-only");
            });
        });
    }

    [Fact]
    public async Task One_code_sent_ten_times_at_once_is_one_ballot()
    {
        var budget = await WithTen(Whole);
        await During(budget, new(2026, 11, 22), async () =>
        {
            var code = (await Codes(budget, 1)).Single();
            var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Cast(budget, code, Of('A'))));
            sent.Count(s => s.Accepted).ShouldBe(1);
            sent.Where(s => !s.Accepted).ShouldAllBe(s => s.Refusals[0].TextKey == "budget.code.used");
            (await space.Read(db => db.Set<BudgetBallot>().CountAsync(b => b.BudgetId == budget.Id))).ShouldBe(1);
            await Clock(new(2026, 12, 1));
            (await Count(budget)).Refusals.ShouldBeEmpty();
            var page = await space.Browse().Open($"/budgets/{budget.Slug}/resultats");
            page.Words.ShouldContain("Trop peu de bulletins", customMessage: "R5: below the threshold only what is funded is told");
            page.Document.QuerySelector("#tableau").ShouldBeNull();
            (await space.Browse().Http.GetAsync($"/budgets/{budget.Slug}/resultats?handler=Pabulib", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        });
    }

    [Fact]
    public void Ballots_of_points_and_knapsacks_keep_within_their_bounds()
    {
        var costs = Ten.Index().ToDictionary(t => t.Index + 1, t => t.Item.Cents);
        List<string> Wrong(BallotKind kind, int points, params BallotLine[] lines) => [.. BallotRules.Wrong(Budget(Whole with { Ballot = kind, Points = points }), costs, lines, false).Select(r => r.TextKey)];
        Wrong(BallotKind.Points, 10, new(1, 6), new(2, 4)).ShouldBeEmpty();
        Wrong(BallotKind.Points, 10, new(1, 6), new(2, 5)).ShouldBe(["budget.ballot.too-many-points"]);
        Wrong(BallotKind.Points, 10, new(1, int.MaxValue), new(2, int.MaxValue)).ShouldBe(["budget.ballot.points"]);
        Wrong(BallotKind.Points, 10, new BallotLine(1, -1)).ShouldBe(["budget.ballot.points"]);
        Wrong(BallotKind.Approval, 2, new(1, 1), new(2, 1), new(3, 1)).ShouldBe(["budget.ballot.too-many"]);
        Wrong(BallotKind.Knapsack, 1, new(1, 1), new(2, 1), new(5, 1)).ShouldBeEmpty("980 of 1,000");
        Wrong(BallotKind.Knapsack, 1, new(1, 1), new(2, 1), new(4, 1)).ShouldBe(["budget.ballot.over"]);
    }

    [Fact]
    public void Shuffled_ballots_give_the_same_and_what_ballots_paid_adds_up_to_what_it_costs() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var kind = (BallotKind)(seed % 3);
        var budget = Budget(Whole with { Ballot = kind, Points = 6, EnvelopeCents = 200_000 });
        var files = Enumerable.Range(1, 6).Select(n => Kept(budget, n, 10_000 * random.Next(1, 9))).ToList();
        var ballots = Enumerable.Range(0, 40).Select(_ => (IReadOnlyList<BallotLine>)[.. files.Where(_ => random.NextDouble() < 0.4).Select(f => new BallotLine(f.Number, kind == BallotKind.Points ? random.Next(1, 3) : 1))]).ToArray();
        var straight = BudgetResults.Of(budget, files, ballots, default);
        var shuffled = (IReadOnlyList<BallotLine>[])ballots.Clone();
        random.Shuffle(shuffled);
        var other = BudgetResults.Of(budget, files, shuffled, default);
        if (Telling(straight) != Telling(other)) return false;
        return straight.Outcome.Accounts.Where(a => a.By == FundedBy.Rule)
            .All(a => Math.Abs(ballots.Sum(b => straight.Paid(b).Where(p => p.File == straight.Files[a.Project]).Sum(p => p.Euros)) - (straight.Files[a.Project].CostCents!.Value / 100.0)) < 1e-6);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Ties_everywhere_end_the_same_way_each_time()
    {
        var budget = Budget(Whole with { EnvelopeCents = 20_000 });
        var files = Enumerable.Range(1, 4).Select(n => Kept(budget, n, 10_000)).ToList();
        var ballots = Enumerable.Range(0, 20).Select(_ => (IReadOnlyList<BallotLine>)[.. files.Select(f => new BallotLine(f.Number, 1))]).ToList();
        var results = BudgetResults.Of(budget, files, ballots, TestContext.Current.CancellationToken);
        (results.Funds(1), results.Funds(2), results.Funds(3), results.Funds(4)).ShouldBe((true, true, false, false), "more votes, then cheaper, then the number");
        BudgetResults.Of(budget, files, [], TestContext.Current.CancellationToken).Outcome.Funded.ShouldBeEmpty();
    }

    private static string Telling(BudgetResults r) => System.Text.Json.JsonSerializer.Serialize(new { Files = r.Files.Select(f => f.Number), r.Outcome.Funded, r.Outcome.Accounts, r.Outcome.Endowment, r.Other.Cost, r.Ballots });

    private static ParticipatoryBudget Budget(BudgetFrame frame)
    {
        var budget = new ParticipatoryBudget("b", "b", Guid.Empty, default);
        budget.Set("b", frame).ThrowIfRefused();
        return budget;
    }

    private static ProjectFile Kept(ParticipatoryBudget budget, int number, long cents)
    {
        var file = new ProjectFile(budget.Id, number, $"p{number}", "p", "", "");
        file.Keep(cents, "devis", "", budget.EnvelopeCents!.Value).ThrowIfRefused();
        return file;
    }

    private static BallotLine[] Of(char voter) => [.. Ten.Index().Where(t => t.Item.Voters.Contains(voter)).Select(t => new BallotLine(t.Index + 1, 1))];

    private static Task<Answer> Voted(Answer page, string code, char voter) => page.Send([("Code", code), .. Of(voter).Select(l => ("Chosen", $"{l.Project}"))]);

    private async Task<ParticipatoryBudget> Opened(BudgetFrame frame)
    {
        var budget = (await space.In(s => s.GetRequiredService<FrameBudget>().Start(new($"Budget {Register.Unique()}", "yzeure"), Coordinator, default))).Value!;
        (await space.In(s => s.GetRequiredService<FrameBudget>().Handle(new(budget.Id, 1, budget.Name, frame), Coordinator, default))).Refusals.ShouldBeEmpty();
        (await space.In(s => s.GetRequiredService<FrameBudget>().Open(budget.Id, 2, Coordinator, default))).Refusals.ShouldBeEmpty();
        return await space.Read(db => db.Set<ParticipatoryBudget>().AsNoTracking().SingleAsync(b => b.Id == budget.Id));
    }

    private async Task<ParticipatoryBudget> WithTen(BudgetFrame frame)
    {
        var budget = await Opened(frame);
        foreach (var (name, cents, _) in Ten)
        {
            var file = (await space.In(s => s.GetRequiredService<KeepFiles>().Propose(new(budget.Id, name, "Pour tous", "", "", "", Channel.Online), Coordinator, default))).Value!;
            (await Decide(file, FileState.Kept, cents)).Refusals.ShouldBeEmpty();
        }

        return budget;
    }

    private async Task<Outcome> Decide(ProjectFile file, FileState state, long? cents, string reason = "")
    {
        var now = await space.Read(db => db.Set<ProjectFile>().AsNoTracking().SingleAsync(f => f.Id == file.Id));
        return await space.In(s => s.GetRequiredService<KeepFiles>().Decide(new(now.Id, now.Version, state, cents, "Devis", null, reason), Coordinator, default));
    }

    private async Task<Outcome> Count(ParticipatoryBudget budget)
    {
        var version = await space.Read(db => db.Set<ParticipatoryBudget>().Where(b => b.Id == budget.Id).Select(b => b.Version).SingleAsync());
        return await space.In(s => s.GetRequiredService<CountBudget>().Handle(budget.Id, version, Coordinator, default));
    }

    private Task<BudgetResults> Results(ParticipatoryBudget budget) => space.In(async s => await s.GetRequiredService<ReadResults>().Of(await s.GetRequiredService<TrameDb>().Set<ParticipatoryBudget>().AsNoTracking().SingleAsync(b => b.Id == budget.Id), default));

    private Task<ProjectFile> File(ParticipatoryBudget budget, int number) => space.Read(db => db.Set<ProjectFile>().AsNoTracking().SingleAsync(f => f.BudgetId == budget.Id && f.Number == number));

    private async Task<IReadOnlyList<string>> Codes(ParticipatoryBudget budget, int count) => (await space.In(s => s.GetRequiredService<MakeCodes>().Cards(budget.Id, count, Coordinator, default))).Value!;

    private Task<Outcome<string>> Cast(ParticipatoryBudget budget, string code, IReadOnlyList<BallotLine> lines) => space.In(s => s.GetRequiredService<CastBallot>().Handle(new(budget.Id, code, lines, false, false), Actor.Anyone, default));

    private Task<Outcome<CastBallot.Typed>> Sheet(ParticipatoryBudget budget, string code, IReadOnlyList<BallotLine> lines, bool blank = false) => space.In(s => s.GetRequiredService<CastBallot>().Type(new(budget.Id, code, lines, blank), Coordinator, default));

    private Task Clock(LocalDate day)
    {
        space.Clock.Set(day.At(new LocalTime(9, 30)).InUtc().ToDateTimeOffset());
        return Task.CompletedTask;
    }

    // Days pass for one test, then come back.
    private async Task During(ParticipatoryBudget budget, LocalDate day, Func<Task> act)
    {
        budget.ShouldNotBeNull();
        var before = space.Clock.GetUtcNow();
        await Clock(day);
        try
        {
            await act();
        }
        finally
        {
            space.Clock.Set(before);
        }
    }
}

public sealed class BudgetOnSqlite(SqliteSpace space) : BudgetTests(space), IClassFixture<SqliteSpace>;

public sealed class BudgetOnPostgres(PostgresSpace space) : BudgetTests(space), IClassFixture<PostgresSpace>;
