using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.SharedPlaces;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Demo;

/// <summary>Places of the invented territory that live: the shared kitchen in between homes, a workshop with its machines, a garden with its plots; three weeks that were held, and the one to come.</summary>
internal sealed class DemoSharedPlaces(TrameDb db, DemoMeetings told)
{
    private static readonly string[] Names = ["Rosa", "Karim", "Le club photo", "Odette", "Samir", "L’amicale", "Thérèse", "Ivan", "La chorale", "Fanny"];

    private readonly DemoDice _dice = new(20261003);
    private readonly SpaceCalendar _calendar = SpaceCalendar.Of(new SpaceSettings());
    private int _codes;

    public async Task Fill(CancellationToken stop)
    {
        var kitchen = await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Name == told.Held.Place, stop);
        var others = await db.Set<Occasion>().AsNoTracking().Where(o => o.Kind == OccasionKind.Place && o.Status == OccasionStatus.Open && (o.Type == "third-place" || o.Type == "garden")).OrderBy(o => o.Name).ToListAsync(stop);
        if (kitchen is not null) Live(kitchen, "On range et on essuie en partant.\nLes enfants sont les bienvenus, avec un grand.\nAprès 22 h, on pense aux voisins.", [("La cuisine", SpaceKind.Kitchen, 14, 0, false, true, "Clé chez la gardienne. Rendre propre, sortir les poubelles."), ("La buanderie", SpaceKind.Laundry, 3, 0, false, true, "Deux machines, une heure chacune. Vider le filtre."), ("La salle de jeux", SpaceKind.Playroom, 12, 0, false, true, "Ranger les jouets dans les caisses.")]);
        if (others.FirstOrDefault(o => o.Type == "third-place") is { } workshop) Live(workshop, "On ne travaille pas seul sur une machine.\nOn balaie son poste.\nOn demande quand on ne sait pas.", [("L’établi", SpaceKind.Workshop, 6, 0, false, false, "Apporter ses gants."), ("Le tour à bois", SpaceKind.Machine, 1, 3000, true, false, "Lunettes obligatoires.")]);
        if (others.FirstOrDefault(o => o.Type == "garden") is { } garden) Live(garden, "On arrose le soir.\nOn partage ce qui est en trop.", [("La parcelle du fond", SpaceKind.Plot, 4, 0, false, false, "Une saison, à deux familles."), ("La table sous le tilleul", SpaceKind.Garden, 20, 0, false, false, "")]);
        (await db.Save(stop)).ThrowIfRefused();
    }

    private void Live(Occasion place, string rules, (string Name, SpaceKind Kind, int Seats, long Deposit, bool Training, bool Quiet, string Terms)[] shares)
    {
        var life = new PlaceLife(place.Id);
        life.Say(rules, 300, 1000, 2500).ThrowIfRefused();
        db.Add(life);
        foreach (var share in shares)
        {
            var shared = new SharedSpace(place.Id);
            shared.Say(share.Name, share.Kind, share.Seats, share.Deposit, share.Training, share.Quiet ? new LocalTime(22, 0) : null, share.Quiet ? new LocalTime(7, 0) : null, 4, share.Terms, false).ThrowIfRefused();
            db.Add(shared);
            if (share.Training) db.Add(new SpaceTraining(shared.Id, "Ivan", "DEMO-TOUR", Today.PlusDays(-40)));
            for (var day = -21; day < 7; day++)
                if (_dice.Chance(share.Kind == SpaceKind.Laundry ? 0.8 : 0.4)) Book(place, shared, Today.PlusDays(day), 9 + _dice.Between(0, 8));
        }

        for (var week = -3; week < 3; week++) Open(place, Today.PlusDays((7 * week) + 2));
        foreach (var (name, stock) in ((string, int)[])[("Perceuse", 2), ("Grande marmite", 1), ("Taille-haie", 1), ("Vidéoprojecteur", 1)]) Tool(place, name, stock);
        for (var n = 0; n < 9; n++) Join(place, life, n);
        Money(place, BudgetSource.Grants, "Subvention de la commune", 150000, -60);
        Money(place, BudgetSource.Catering, "Repas de quartier", 32000, -30);
        Money(place, BudgetSource.Sales, "Vente de plants et d’objets", 8400, -15);
        Money(place, BudgetSource.Spending, "Assurance", 21000, -50);
        var incident = PlaceIncident.Of(place.Id, IncidentKind.Noise, "La porte du fond claque le soir", db.Now - Duration.FromDays(12)).Value!; // its words are ours
        incident.Settle("Un joint a été posé avec deux habitants.", db.Now - Duration.FromDays(8)).ThrowIfRefused();
        db.Add(incident);
        db.Add(PlaceIncident.Of(place.Id, IncidentKind.Broken, "Une chaise a un pied cassé", db.Now - Duration.FromDays(1)).Value!);
    }

    private LocalDate Today => _calendar.Today(db.Now);

    private Instant At(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneLeniently(_calendar.Zone).ToInstant();

    private void Book(Occasion place, SharedSpace shared, LocalDate day, int hour)
    {
        var (from, to) = (At(day, hour), At(day, Math.Min(hour + 2, 21)));
        var booking = new Booking(shared.Id, null, from, to, BookingState.Booked, shared.Deposit > 0, _dice.Pick(Names), "", Code(), _dice.Pick([Channel.Counter, Channel.Phone, Channel.Online]), from - Duration.FromDays(4));
        db.Add(booking);
        if (to > db.Now) return;
        int? came = _dice.Chance(0.1) ? null : _dice.Between(1, Math.Min(shared.Seats, 14));
        booking.Conclude(came, db.Now).ThrowIfRefused();
        db.Add(SharedPlaceFacts.Of(came is null ? SharedPlaceFacts.Missed : SharedPlaceFacts.Held, place, Channel.Counter, from, from, "booking", booking.Id, came));
    }

    private void Open(Occasion place, LocalDate day)
    {
        var shift = new Opening(place.Id, At(day, 14), At(day, 18), 2, Code());
        for (var host = 0; host < (day < Today ? 2 : _dice.Between(0, 2)); host++) shift.Join(_dice.Pick(Names), Code(), shift.StartsAt - Duration.FromDays(1)).ThrowIfRefused();
        db.Add(shift);
        if (shift.EndsAt > db.Now) return;
        var came = _dice.Between(9, 24);
        List<Marginal> said = [new("age", "60-74", came / 3), new("age", "30-59", came / 4), new("first-time", "yes", came / 5), new("alone", "yes", came / 3)];
        var fact = SharedPlaceFacts.Of(SharedPlaceFacts.Opened, place, Channel.Paper, shift.StartsAt, shift.EndsAt, "shift", shift.Id, came, said);
        shift.Count(came, said, fact.Id, db.Now).ThrowIfRefused();
        db.Add(fact);
    }

    private void Tool(Occasion place, string name, int stock)
    {
        var tool = SharedTool.Of(place.Id, name, stock, 0).Value!; // its words are ours
        db.Add(tool);
        if (!_dice.Chance(0.5)) return;
        tool.Lend().ThrowIfRefused();
        db.Add(new ToolLoan(tool.Id, _dice.Pick(Names), "", Today.PlusDays(-6), Today.PlusDays(_dice.Between(-2, 8))));
    }

    private void Join(Occasion place, PlaceLife life, int n)
    {
        var tier = _dice.Pick([PriceTier.Solidarity, PriceTier.Usual, PriceTier.Usual, PriceTier.Support]);
        var day = Today.PlusDays(-20 * (n + 1));
        db.Add(new PlaceMembership(place.Id, Names[n], "", tier, life.PriceOf(tier), day));
        db.Add(BudgetLine.Of(place.Id, day, BudgetSource.Memberships, "Adhésion", life.PriceOf(tier)).Value!);
    }

    private void Money(Occasion place, BudgetSource source, string what, long cents, int days) => db.Add(BudgetLine.Of(place.Id, Today.PlusDays(days), source, what, cents).Value!);

    private string Code() => string.Create(CultureInfo.InvariantCulture, $"DEMO-LIEU-{++_codes:0000}");
}
