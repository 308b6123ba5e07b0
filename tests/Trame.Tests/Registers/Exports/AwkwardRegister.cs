using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Act.Moments;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Exports;

/// <summary>A small register with everything that a format can stumble over: formulas, Belgium, no number, no address, rounds, several sources, records that are not for publication.</summary>
internal static class AwkwardRegister
{
    public const string Formula = "=cmd|' /C calc'!A0";
    public const string Proposed = "Lieu seulement proposé";
    public const string Closed = "Lieu fermé pour de bon";

    public static Task Fill(TestSpace space) => space.Act(async db =>
    {
        if (await db.Set<Place>().AnyAsync(p => p.Name == Closed)) return;
        var namur = new Territory(TerritoryKind.Commune, "Namur", "namur", null);
        namur.AddCode("nis5", "92094");
        var carrier = new Organisation(OrganisationKind.Association, "Association des Possibles", "association-des-possibles", space.CommuneId, "essai", db.Now);
        carrier.Codes["siret"] = "43493312300029";
        db.AddRange(namur, carrier);
        (await db.Save(default)).ThrowIfRefused();

        Place Of(string name, Guid commune, params (string Field, string Value)[] said)
        {
            var place = new Place(name, Trame.Foundation.Text.Slug.From(name), commune, "mairie", db.Now);
            foreach (var (field, value) in said) place.Describe(OccasionField.Named(field), value, "mairie", db.Now).ThrowIfRefused();
            db.Add(place);
            return place;
        }

        var whole = Of("Médiathèque « L’Encre & la Plume »", space.CommuneId, ("type", "library"), ("summary", "Lire, jouer, imprimer."), ("description", "Deux salles ; un café.\nOn peut rester sans rien acheter."), ("address", "2 rue de l’Église"),
            ("postal-code", "03400"), ("latitude", "46.5661"), ("longitude", "3.3544"), ("hours", "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00"), ("hours-note", "Fermé la première semaine d’août."), ("phone", "04 70 00 00 01"), ("email", "lire@exemple.fr"),
            ("website", "https://exemple.fr/lire"), ("fields", "digital culture school"), ("ties", "neighbours skills"), ("audiences", "children seniors carers"), ("access", "step-free hearing-loop"), ("cost", "free"), ("openness", "everyone"),
            ("offers", "Accès internet et matériel informatique\nPrêt de livres"), ("conditions", "Carte gratuite"), ("capacity", "40"), ("nearest-stop", "Mairie, ligne 4"), ("organisation", $"{carrier.Id}"), ("acceslibre", "https://acceslibre.beta.gouv.fr/app/erp/lire/"));
        whole.Hear(OccasionField.Named("phone"), "04 70 99 99 99", "un autre annuaire", db.Now).ThrowIfRefused();
        whole.Identify("data-inclusion", "dora--123");
        Of(Formula, space.CommuneId, ("summary", "+33 n’est pas une somme"), ("address", "@place"), ("description", "-2+3"), ("offers", "\t=1+1"));
        Of("Salle sans rien", space.CommuneId);
        Of("Espace numérique de Namur", namur.Id, ("type", "resource-centre"), ("address", "Rue de Fer 1"), ("postal-code", "5000"), ("organisation", $"{carrier.Id}"), ("phone", "081 24 60 00"));
        Of("Espace numérique sans rue", space.CommuneId, ("type", "resource-centre"), ("organisation", $"{carrier.Id}"), ("cost", "pay-what-you-can"));
        Of("Point numérique", space.CommuneId, ("fields", "digital"), ("address", "1 place du Marché"), ("postal-code", "03400"));
        var stops = JsonSerializer.Serialize<List<Stop>>([new("Place de l’église", space.CommuneId, 46.5, 3.3, "week 1-53/2 Mo 09:00-12:00"), new("Salle des fêtes", null, null, null, "Tu 09:00-12:00")], Columns.Json);
        Of("Bus des services", space.CommuneId, ("type", "bus"), ("itinerant", "yes"), ("stops", stops), ("organisation", $"{carrier.Id}"), ("offers", "Démarches et impôts"), ("phone", "39 60"));
        Of("Salle en pause", space.CommuneId, ("organisation", $"{carrier.Id}")).Pause("travaux", db.Now).ThrowIfRefused();
        Of(Closed, space.CommuneId).Close("vendu", db.Now).ThrowIfRefused();
        var proposed = Of(Proposed, space.CommuneId);
        db.Entry(proposed).Property(p => p.Status).CurrentValue = OccasionStatus.Proposed;
        var moment = new Moment("Café des langues", "cafe-des-langues", space.CommuneId, "mairie", db.Now);
        foreach (var (field, value) in ((string, string)[])[("starts-on", "2026-11-26"), ("starts-at", "18:00"), ("duration", "90"), ("recurrence", "RRULE:FREQ=WEEKLY"), ("cost", "free")]) moment.Describe(OccasionField.Named(field), value, "mairie", db.Now).ThrowIfRefused();
        var undated = new Moment("Fête à dater", "fete-a-dater", space.CommuneId, "mairie", db.Now);
        db.AddRange(moment, undated);
        (await db.Save(default)).ThrowIfRefused();
    });
}
