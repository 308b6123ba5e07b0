using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Campaigns;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;
using Trame.Registers.Territories;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Registers.Campaigns;

/// <summary>« Est-ce toujours vrai ? »: asked once, answered by a link, a sheet or a call, all worth the same. Without JavaScript.</summary>
public abstract class CampaignsTests(TestSpace space)
{
    [Fact]
    public async Task A_coordinator_starts_it_a_counter_agent_types_for_it_and_a_visitor_sees_neither()
    {
        foreach (var page in (string[])["/bureau/campagnes", "/bureau/campagnes/nouvelle", "/bureau/campagnes/saisir"]) (await space.Browse().Open(page)).Status.ShouldBe(HttpStatusCode.Redirect);
        var agent = await space.BrowseAs(Role.CounterAgent);
        (await agent.Open("/bureau/campagnes/nouvelle")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.Open("/bureau/campagnes/saisir")).Status.ShouldBe(HttpStatusCode.OK);
        (await agent.Open("/bureau/campagnes/saisir?code=AAAA-2222")).RefusalOf("Code").ShouldContain("Aucune feuille");
    }

    [Fact]
    public async Task The_filter_says_who_would_be_asked_and_the_page_shows_the_progress()
    {
        var commune = await Commune();
        await Places(commune, ("Salle A", "a@exemple.fr", "", 24), ("Salle B", "A@exemple.fr ", "", 24), ("Salle C", "", "04 70 00 11 22", 24), ("Salle fraîche", "", "", 1));
        var desk = await space.BrowseAs(Role.Coordinator);
        var prepare = await desk.Open($"/bureau/campagnes/nouvelle?depuis=12&nature=place&commune={commune.Slug}&repos=6");
        prepare.Words.ShouldContain("3 fiches, auprès de 2 contacts.");
        (await prepare.Send(("Name", ""))).RefusalOf("Name").ShouldContain("nom");
        var shown = await (await prepare.Send(("Name", "Salles d’automne"))).Follow();
        shown.Words.ShouldContain("0 réponse sur 3 fiches");
        shown.Words.ShouldContain("Le courriel n’est pas réglé");
        var sheets = await desk.Open($"{shown.Url}/feuilles");
        sheets.Words.ShouldContain("Salle A");
        sheets.Document.QuerySelectorAll("article.paper").Length.ShouldBe(2, "one sheet a contact");
        var calls = await desk.Open($"{shown.Url}/appels");
        calls.Words.ShouldContain("Salle C");
        calls.Words.ShouldNotContain("Salle A", Case.Sensitive, "no telephone is known for it");
        (await desk.Open("/bureau/campagnes")).Words.ShouldContain("Salles d’automne");
    }

    [Fact]
    public async Task A_signed_link_writes_nothing_when_opened_and_one_tap_confirms_the_record()
    {
        var commune = await Commune();
        var place = (await Places(commune, ("Le Foyer", "foyer@exemple.fr", "", 24))).Single();
        var (campaign, sheet) = await Start(commune);
        var link = sheet.Link("", campaign.Secret);
        var visitor = space.Browse();
        var page = await visitor.Open(link);
        page.Words.ShouldContain("Le Foyer");
        await visitor.Open(link);
        (await Question(sheet)).Answer.ShouldBeNull("a machine that opens links answers nothing");
        (await space.Occasion(place)).VerifiedAt.ShouldBeNull();

        (await visitor.Open($"{link[..^1]}{(link[^1] == '0' ? '1' : '0')}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.Send(("Said", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await visitor.Open(link)).Send(("Said", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var confirmed = await space.Occasion(place);
        confirmed.VerifiedAt.ShouldNotBeNull();
        confirmed.VerifiedBy.ShouldContain(campaign.Name);
        (await space.Facts(OccasionFacts.Verified, place)).ShouldBe(1, "the same answer twice is one");
        (await space.Browse().Open($"/lieux/{confirmed.Slug}")).Words.ShouldContain(campaign.Name);
    }

    [Fact]
    public async Task A_tick_on_paper_or_on_the_telephone_counts_exactly_as_a_tap()
    {
        var commune = await Commune();
        var places = await Places(commune, ("Salle papier", "p@exemple.fr", "", 24), ("Salle deux", "p@exemple.fr", "", 24));
        var (campaign, sheet) = await Start(commune);
        var agent = await space.BrowseAs(Role.CounterAgent);
        var page = await agent.Open($"/bureau/campagnes/saisir?code={sheet.Ask.Code.ToLowerInvariant().Replace('-', ' ')}");
        var sent = await page.Send(("Canal", "phone"), ("r-1", "true"), ("r-2", "unknown"));
        sent.Location.ShouldBe("/bureau/campagnes/saisir?canal=phone", sent.Words);
        var first = await space.Occasion(sheet.Lines[0].Occasion.Id);
        first.VerifiedAt.ShouldNotBeNull();
        (await space.Occasion(sheet.Lines[1].Occasion.Id)).VerifiedAt.ShouldBeNull("« je ne sais pas » confirms nothing");
        (await space.Read(db => db.Set<Fact>().SingleAsync(f => f.Kind == OccasionFacts.Verified.Key && f.SubjectId == first.Id))).Channel.ShouldBe(Channel.Phone);
        (await (await space.BrowseAs(Role.Coordinator)).Open($"/bureau/campagnes/{campaign.Id}")).Words.ShouldContain("2 réponses sur 2 fiches");
        places.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_changed_or_closed_waits_for_somebody_and_changes_nothing_by_itself()
    {
        var commune = await Commune();
        var place = (await Places(commune, ("Le Fermé", "f@exemple.fr", "", 24))).Single();
        var (campaign, sheet) = await Start(commune);
        await (await space.Browse().Open(sheet.Link("", campaign.Secret))).Send(("Said", "closed"));
        (await space.Occasion(place)).Status.ShouldBe(OccasionStatus.Open, "one tap closes nobody's door");
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open($"/bureau/campagnes/{campaign.Id}");
        page.Document.QuerySelectorAll("a[href$='/etat']").Length.ShouldBe(1);
        await page.SendTo("handler=Settle");
        (await desk.Open($"/bureau/campagnes/{campaign.Id}")).Words.ShouldContain("Rien pour l’instant");

        var answered = await (await space.Browse().Open(sheet.Link("", campaign.Secret))).Send(("Said", "changed"));
        (await answered.Follow()).Document.QuerySelector("a[href$='/corriger']").ShouldNotBeNull("what changed is proposed on the record");
    }

    [Fact]
    public async Task Nobody_is_asked_twice_within_the_time_of_rest_nor_ever_again_when_they_said_so()
    {
        var commune = await Commune();
        await Places(commune, ("Une fois", "once@exemple.fr", "", 30), ("Jamais", "never@exemple.fr", "", 30));
        var (campaign, _) = await Start(commune);
        (await Chosen(commune)).ShouldBe((0, 2, 0));
        var refused = await space.In(s => s.GetRequiredService<StartCampaign>().Handle(new("Encore", Filter(commune)), Actor.Machine, default));
        refused.Refusals.Single().TextKey.ShouldBe("campaigns.nobody");

        var never = (await Sheets(campaign)).Single(s => s.Who == "Jamais");
        await (await space.Browse().Open(never.Link("", campaign.Secret))).SendTo("handler=Stop");
        var began = space.Clock.GetUtcNow();
        try
        {
            space.Clock.Set(began.AddMonths(7));
            (await Chosen(commune)).ShouldBe((1, 0, 1), "seven months later: one may be asked again, one asked for peace");
        }
        finally
        {
            space.Clock.Set(began);
        }
    }

    [Fact]
    public async Task Nothing_leaves_where_the_machine_is_not_set_and_once_it_is_each_message_leaves_once()
    {
        var commune = await Commune();
        await Places(commune, ("Le Courrier", "courrier@exemple.fr", "", 24), ("Sans adresse", "", "", 24));
        var (campaign, _) = await Start(commune);
        var refused = await space.In(s => s.GetRequiredService<SendCampaign>().Handle(new(campaign.Id, MessageWay.Mail, "https://exemple.fr"), Actor.Machine, default));
        refused.Refusals.Single().TextKey.ShouldBe("campaigns.way.not-set");

        var folder = Directory.CreateTempSubdirectory("trame-mail-").FullName;
        try
        {
            var gate = new MailGate(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Trame:Mail:Folder"] = folder, ["Trame:Mail:From"] = "trame@exemple.fr" }).Build());
            Task<Outcome<int>> Queue() => space.In(s => new SendCampaign(s.GetRequiredService<TrameDb>(), s.GetRequiredService<Rights>(), [gate], s.GetRequiredService<ReadSheets>()).Handle(new(campaign.Id, MessageWay.Mail, "https://exemple.fr"), Actor.Machine, default));
            (await Queue()).Value.ShouldBe(1);
            (await Queue()).Refusals.Single().TextKey.ShouldBe("campaigns.way.nobody", "never a second message");
            Directory.GetFiles(folder).ShouldBeEmpty("it waits in the outbox");
            await space.Act(db => new SendMessages([gate]).Handle(db, default));
            await space.Act(db => new SendMessages([gate]).Handle(db, default));
            var mail = await File.ReadAllTextAsync(Directory.GetFiles(folder).ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
            mail.ShouldContain("courrier@exemple.fr");
            (await space.Read(db => db.Set<CampaignMessage>().SingleAsync(m => db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.CampaignId == campaign.Id)))).SentAt.ShouldNotBeNull();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Answered_meanwhile_or_ended_nothing_is_sent_any_more()
    {
        var commune = await Commune();
        await Places(commune, ("Vite répondu", "vite@exemple.fr", "", 24), ("Fini", "fini@exemple.fr", "", 24));
        var (campaign, _) = await Start(commune);
        var sheets = await Sheets(campaign);
        await space.Act(async db =>
        {
            foreach (var sheet in sheets) db.Add(new CampaignMessage(sheet.Ask.Id, MessageWay.Sms, "https://exemple.fr", db.Now));
            (await db.Save(default)).ThrowIfRefused();
        });
        await (await space.Browse().Open(sheets[0].Link("", campaign.Secret))).Send(("Said", "true"));
        await (await (await space.BrowseAs(Role.Coordinator)).Open($"/bureau/campagnes/{campaign.Id}")).SendTo("handler=End");
        var messages = await space.Read(db => db.Set<CampaignMessage>().Where(m => db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.CampaignId == campaign.Id)).ToListAsync());
        messages.ShouldAllBe(m => m.NextAt == null && m.SentAt == null && m.Trouble == "ended");
        var over = await space.Browse().Open(sheets[1].Link("", campaign.Secret));
        over.Words.ShouldContain("Cette campagne est terminée");
        over.Document.QuerySelectorAll("button[name=Said]").Length.ShouldBe(0);
    }

    [Fact]
    public void A_message_that_cannot_leave_is_given_up_after_a_day()
    {
        var start = Instant.FromUtc(2026, 11, 20, 8, 0);
        var (message, now) = (new CampaignMessage(Guid.CreateVersion7(), MessageWay.Mail, "", start), start);
        while (message.NextAt is { } next) message.Failed("421", now = next);
        (now - start).ShouldBeInRange(Duration.FromHours(20), Duration.FromHours(26));
    }

    private static CampaignFilter Filter(Territory commune) => new(OccasionKind.Place, commune.Id, 12, 6);

    private Task<(int Records, int Rested, int Stopped)> Chosen(Territory commune) => space.In(async s =>
    {
        var chosen = await s.GetRequiredService<ChooseAsked>().Handle(Filter(commune), default);
        return (chosen.Records, chosen.Rested, chosen.Stopped);
    });

    private async Task<(Campaign Campaign, CampaignSheet Sheet)> Start(Territory commune)
    {
        var campaign = await space.In(s => s.GetRequiredService<StartCampaign>().Handle(new($"Campagne {Register.Unique()}", Filter(commune)), Actor.Machine, default));
        campaign.Refusals.ShouldBeEmpty();
        return (campaign.Value!, (await Sheets(campaign.Value!))[0]);
    }

    private Task<IReadOnlyList<CampaignSheet>> Sheets(Campaign campaign) => space.In(s => s.GetRequiredService<ReadSheets>().Handle(campaign, default));

    private Task<CampaignQuestion> Question(CampaignSheet sheet) => space.Read(db => db.Set<CampaignQuestion>().AsNoTracking().FirstAsync(q => q.AskId == sheet.Ask.Id));

    // A commune of its own for each test: whom a campaign asks there, no other test disturbs.
    private async Task<Territory> Commune()
    {
        var slug = Register.Unique();
        var commune = new Territory(TerritoryKind.Commune, slug, slug, null);
        await space.Act(async db =>
        {
            db.Add(commune);
            (await db.Save(default)).ThrowIfRefused();
        });
        return commune;
    }

    private async Task<IReadOnlyList<Guid>> Places(Territory commune, params (string Name, string Email, string Phone, int MonthsAgo)[] made)
    {
        var ids = new List<Guid>();
        await space.Act(async db =>
        {
            foreach (var (name, email, phone, months) in made)
            {
                var place = new Place(name, Register.Unique(), commune.Id, "mairie", db.Now - Duration.FromDays(31 * months));
                if (email.Length > 0) place.Describe(OccasionField.Named("email"), email.Trim(), "mairie", place.CreatedAt).ThrowIfRefused();
                if (phone.Length > 0) place.Describe(OccasionField.Named("phone"), phone, "mairie", place.CreatedAt).ThrowIfRefused();
                db.Add(place);
                ids.Add(place.Id);
            }

            (await db.Save(default)).ThrowIfRefused();
        });
        return ids;
    }
}

public sealed class CampaignsOnSqlite(SqliteSpace space) : CampaignsTests(space), IClassFixture<SqliteSpace>;

public sealed class CampaignsOnPostgres(PostgresSpace space) : CampaignsTests(space), IClassFixture<PostgresSpace>;
