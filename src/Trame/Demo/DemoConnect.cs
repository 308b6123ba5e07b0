using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Connect.Opportunities;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Demo;

/// <summary>What invented people ask for and offer: those of the journal who were not answered, and those that are written; then what could be done with it, some of it under way, one held, one stopped.</summary>
internal sealed class DemoConnect(TrameDb db, DemoMeetings told, IReadOnlyList<DemoCommune> communes, LookForOpportunities look, int seed)
{
    private static readonly string[] Names = ["Aline", "Bakary", "Colette", "Driss", "Édith", "Fanny", "Gaspard", "Houria", "Ivan", "Josette", "Karim", "Lucienne", "Marius", "Nadège", "Octave", "Paulette", "Quentin", "Rosa", "Samir", "Thérèse"];
    private static readonly string[] Women = ["Aline", "Colette", "Édith", "Fanny", "Houria", "Josette", "Lucienne", "Nadège", "Rosa"];
    private static readonly string[] Common = ["company", "company", "paperwork", "digital", "transport", "walk", "repair", "useful", "learning", "childcare"];
    private static readonly string[] Weeks = ["0m 2m 4m", "1a 3a", "2a 4a", "3m 3a", "5m"];

    private readonly DemoDice _dice = new(seed + 7);
    private readonly Dictionary<string, DemoCommune> _byCode = communes.ToDictionary(c => c.Insee);
    private int _codes;

    public async Task Fill(CancellationToken stop)
    {
        await FromJournal(stop);
        foreach (var asked in told.Needs.Where(n => _byCode.ContainsKey(n.Commune)))
            for (var i = 0; i < asked.Count; i++) Ask(asked, i);
        foreach (var offered in told.Offers.Where(o => _byCode.ContainsKey(o.Commune))) Offer(offered);
        if (told.Held.Place is { } place && await db.Set<Occasion>().FirstOrDefaultAsync(o => o.Name == place, stop) is { } kitchen) await Hold(kitchen, stop);
        if (_byCode.TryGetValue(told.Stopped.Commune ?? "", out var commune)) Stop(commune);
        (await db.Save(stop)).ThrowIfRefused();
        (await look.Handle(db, Actor.Machine, stop)).ThrowIfRefused();
        await TakeUp(stop);
    }

    // The same needs as the journal counts: a figure and the requests behind it agree.
    private async Task FromJournal(CancellationToken stop)
    {
        string[] closers = ["need.answered", "need.withdrawn", "need.expired"];
        var waiting = await db.Set<Fact>().AsNoTracking().Where(f => f.Kind == NeedFacts.Registered.Key && !db.Set<Fact>().Any(c => c.SubjectId == f.SubjectId && closers.Contains(c.Kind))).OrderBy(f => f.At).Select(f => new { f.SubjectId, f.TerritoryId, f.At, f.Channel }).ToListAsync(stop);
        foreach (var fact in waiting)
        {
            var need = new Need(_dice.Pick(Common), SaidBy.Agent, Code(), fact.TerritoryId, fact.Channel, Until(), fact.At) { Id = fact.SubjectId!.Value }; // the journal gives each need its identifier
            Reach(need, _dice.Pick(Weeks), _dice.Pick([GettingAbout.Near, GettingAbout.Walk, GettingAbout.Bus, GettingAbout.Home]));
            db.Add(need);
        }
    }

    private void Ask(DemoMeetings.Asked asked, int i)
    {
        var at = db.Now - Duration.FromDays(3 + _dice.Between(0, 110));
        var need = new Need(asked.Kind, i % 3 == 0 ? SaidBy.Agent : i % 3 == 1 ? SaidBy.Self : SaidBy.Relative, Code(), _byCode[asked.Commune].Id, _dice.Pick([Channel.Counter, Channel.Phone, Channel.Paper, Channel.Online]), Until(), at) { Id = _dice.Id(at) };
        need.Place(Around(asked.At));
        Reach(need, asked.Slots, EnumWords.Read<GettingAbout>(asked.About), asked.Kind == "women" ? Women : Names);
        need.Say(asked.Words[i % asked.Words.Count], asked.Brings ?? "", asked.Ages[i % asked.Ages.Count]);
        db.Add(need);
        db.Add(NeedFacts.Of(NeedFacts.Registered, need, need.Channel, at));
    }

    private void Offer(DemoMeetings.Offered offered)
    {
        var at = db.Now - Duration.FromDays(2 + _dice.Between(0, 60));
        var resource = new Resource(EnumWords.Read<ResourceNature>(offered.Nature), offered.Given is null ? GivenBy.Person : EnumWords.Read<GivenBy>(offered.Given), Code(), _byCode[offered.Commune].Id, _dice.Pick([Channel.Counter, Channel.Paper, Channel.Online]), Until(), at) { Id = _dice.Id(at) };
        resource.Place(Around(offered.At));
        Reach(resource, offered.Slots, EnumWords.Read<GettingAbout>(offered.About));
        resource.Say(offered.What, offered.Kinds, offered.Equipment ?? "", offered.Seats, 1, "");
        resource.Ask(offered.Wish.Length > 0 ? InReturn.Hand : InReturn.Nothing, offered.Wish);
        db.Add(resource);
        db.Add(ResourceFacts.Of(ResourceFacts.Offered, resource, resource.Channel, at));
    }

    private async Task Hold(Occasion kitchen, CancellationToken stop)
    {
        var held = told.Held;
        var moment = await db.Set<Occasion>().Where(o => o.Name == held.Moment).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
        var began = db.Now - Duration.FromDays(210);
        var opportunity = new Opportunity("demo-cedres", "cuisiner-et-manger-ensemble-aux-cedres", Told(held, kitchen.TerritoryId, kitchen.Id, kitchen.Latitude ?? 0, kitchen.Longitude ?? 0), began) { Id = _dice.Id(began) };
        Step(opportunity, OpportunityFacts.Proposed, opportunity.Propose(began), began);
        Step(opportunity, OpportunityFacts.Accepted, opportunity.Accept(true, began + Duration.FromDays(6)), began + Duration.FromDays(6));
        for (var i = 0; i < held.Notes!.Count; i++) Step(opportunity, OpportunityFacts.Tried, opportunity.Try(held.Notes[i], began + Duration.FromDays(10 + (7 * i))), began + Duration.FromDays(10 + (7 * i))); // the file gives them
        Step(opportunity, OpportunityFacts.Held, opportunity.Hold(moment, began + Duration.FromDays(24)), began + Duration.FromDays(24));
        Step(opportunity, OpportunityFacts.Kept, opportunity.Evaluate(OpportunityStage.Kept, "", held.Learned, began + Duration.FromDays(120)), began + Duration.FromDays(120));
        db.Add(opportunity);
    }

    private void Stop(DemoCommune commune)
    {
        var stopped = told.Stopped;
        var began = db.Now - Duration.FromDays(150);
        var opportunity = new Opportunity("demo-tour-a-bois", "transmettre-un-savoir-faire-tour-a-bois", Told(stopped, commune.Id, null, commune.Latitude ?? 0, commune.Longitude ?? 0), began) { Id = _dice.Id(began) };
        Step(opportunity, OpportunityFacts.Proposed, opportunity.Propose(began), began);
        Step(opportunity, OpportunityFacts.Accepted, opportunity.Accept(true, began + Duration.FromDays(4)), began + Duration.FromDays(4));
        Step(opportunity, OpportunityFacts.Tried, opportunity.Try("", began + Duration.FromDays(9)), began + Duration.FromDays(9));
        Step(opportunity, OpportunityFacts.Stopped, opportunity.Stop(stopped.Note ?? "", stopped.Learned, [], began + Duration.FromDays(42)), began + Duration.FromDays(42));
        db.Add(opportunity);
    }

    // Two of the ideas were taken up: one is being asked, one was tried once.
    private async Task TakeUp(CancellationToken stop)
    {
        var ideas = (await db.Set<Opportunity>().Where(o => o.Stage == OpportunityStage.Idea && o.Lacks == null && o.PlaceId != null).ToListAsync(stop)).OrderByDescending(o => o.Value).Skip(1).Take(2).ToList();
        for (var i = 0; i < ideas.Count; i++)
        {
            var (idea, asked) = (ideas[i], db.Now - Duration.FromDays(9 - i));
            Step(idea, OpportunityFacts.Proposed, idea.Propose(asked), asked);
            var parts = await db.Set<OpportunityPart>().Where(p => p.OpportunityId == idea.Id).OrderBy(p => p.Id).ToListAsync(stop);
            foreach (var (part, n) in parts.Select((p, n) => (p, n)).Where(x => i == 1 || x.n % 4 != 3))
            {
                part.Ask(_dice.Pick([ContactWay.Landline, ContactWay.Relay, ContactWay.Visit]), asked).ThrowIfRefused();
                if (i == 1 || n % 2 == 0) part.Say(n % 6 == 4 ? PartAnswer.No : PartAnswer.Yes, asked + Duration.FromDays(1)).ThrowIfRefused();
            }

            if (i == 0) continue;
            Step(idea, OpportunityFacts.Accepted, idea.Accept(true, asked + Duration.FromDays(3)), asked + Duration.FromDays(3));
            Step(idea, OpportunityFacts.Tried, idea.Try("Un premier après-midi, on recommence mardi", asked + Duration.FromDays(5)), asked + Duration.FromDays(5));
        }

        (await db.Save(stop)).ThrowIfRefused();
    }

    private void Step(Opportunity opportunity, FactKind kind, Outcome outcome, Instant at)
    {
        outcome.ThrowIfRefused();
        db.Add(OpportunityFacts.Of(kind, opportunity, Channel.Counter, at));
    }

    private static Found Told(DemoMeetings.Life life, Guid commune, Guid? place, double latitude, double longitude) =>
        new("demo", life.Kind, commune, place, null, null, latitude, longitude, life.Start, 2, null, 0, null, 12, 0.3, -1, -0.5, 2, 1000, true, true, true, null, 0, [], []);

    private void Reach(CarnetEntry entry, string slots, GettingAbout about, string[]? names = null)
    {
        List<ContactStep> contacts = _dice.Between(0, 3) switch
        {
            0 => [new(ContactWay.Relay, "par la boulangerie", "le matin")],
            1 => [new(ContactWay.Landline, "au téléphone fixe (numéro fictif)", "entre 10 h et midi"), new(ContactWay.Visit, "à la loge", "")],
            2 => [new(ContactWay.Paper, "un mot dans la boîte", "")],
            _ => [],
        };
        entry.Reach(_dice.Pick(names ?? Names), contacts, WhoSees.Team);
        entry.Week(Week(slots), about);
    }

    private static string Week(string said) => WeekSlots.Of(said.Split(' ').Select(s => (((s[0] - '0') * 3) + "mas".IndexOf(s[1], StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture)));

    private (double, double) Around(double[] at) => (Math.Round(at[0] + ((_dice.Part() - 0.5) * 0.006), 3), Math.Round(at[1] + ((_dice.Part() - 0.5) * 0.008), 3));

    private LocalDate Until() => db.Now.InUtc().Date.PlusMonths(_dice.Between(2, 6));

    private string Code() => string.Create(CultureInfo.InvariantCulture, $"DEMO-RELI-{++_codes:0000}");
}
