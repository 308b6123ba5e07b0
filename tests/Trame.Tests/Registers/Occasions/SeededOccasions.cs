using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Trame.Act.Moments;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Occasions;

/// <summary>A few hundred occasions of every kind, the same for a seed, in a small tree of territories.</summary>
public static class SeededOccasions
{
    public static readonly string[] Communes = ["avermes", "lurcy", "dompierre", "neuilly"];

    private static readonly string[] Words = ["Jardin", "Atelier", "Goûter", "Café", "Fanfare", "Bibliothèque", "Œuvre", "Chœur", "Repas", "Vélo", "Été", "Aînés", "Mémoire", "Couture", "Étoile", "Marché"];
    private static readonly string[] Hours = ["", "Mo-Fr 09:00-12:00", "Sa 10:00-18:00", "Su 14:00-18:00; Aug off", "Mo-Su 08:00-22:00; PH off", "week 01-53/2 We 09:00-12:00", "Fr 08:00-11:00; 2026 Nov 20 off", "Fr 18:00-23:30"];
    private static readonly string[] Rules = ["", "", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=SA,SU"];

    public static async Task<List<Occasion>> In(TestSpace space, int seed, int count)
    {
        var random = new Random(seed);
        var at = Instant.FromUtc(2026, 11, 1, 8, 0);
        var parent = new Territory(TerritoryKind.Intercommunality, "Communauté", "communaute", null);
        var communes = Communes.Select((slug, i) => Commune(slug, parent, 46.5 + (0.06 * i), 3.3 + (0.05 * i))).ToList();
        var carrier = new Organisation(OrganisationKind.Association, "Les Hirondelles", "les-hirondelles", communes[0].Id, "essai", at);
        var all = Enumerable.Range(0, count).Select(i => One(random, i, communes[random.Next(communes.Count)], carrier, at)).ToList();
        await space.Act(async db =>
        {
            db.AddRange([parent, .. communes, carrier]);
            (await db.Save(default)).Accepted.ShouldBeTrue();
            db.AddRange(all);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return all;
    }

    private static Territory Commune(string slug, Territory parent, double latitude, double longitude)
    {
        var commune = new Territory(TerritoryKind.Commune, char.ToUpperInvariant(slug[0]) + slug[1..], slug, parent.Id);
        commune.PlaceAt(latitude, longitude, "essai");
        return commune;
    }

    private static Occasion One(Random random, int i, Territory commune, Organisation carrier, Instant at)
    {
        var name = $"{Pick(random, Words)} {Pick(random, Words).ToLowerInvariant()} {(random.Next(3) == 0 ? "" : $"{i}")}".Trim();
        Occasion occasion = random.Next(3) switch
        {
            0 => new Place(name, $"p-{i}", commune.Id, "essai", at - Duration.FromDays(random.Next(800))),
            1 => new Moment(name, $"m-{i}", commune.Id, "essai", at - Duration.FromDays(random.Next(800))),
            _ => new Project(name, $"j-{i}", commune.Id, "essai", at - Duration.FromDays(random.Next(800))),
        };
        foreach (var (field, value) in Said(random, occasion.Kind, carrier).Where(s => s.Value.Length > 0 && OccasionField.Named(s.Field).Kinds.Contains(occasion.Kind)))
            occasion.Describe(OccasionField.Named(field), value, "essai", at).Refusals.ShouldBeEmpty($"{field} = {value}");
        if (random.Next(3) > 0) Position(random, occasion, commune, at);
        if (random.Next(3) == 0) occasion.Verify("essai", at - Duration.FromDays(random.Next(800)));
        if (random.Next(12) == 0) occasion.Pause("travaux", at);
        else if (random.Next(12) == 0) occasion.Close("fini", at);
        return occasion;
    }

    private static IEnumerable<(string Field, string Value)> Said(Random random, OccasionKind kind, Organisation carrier)
    {
        yield return ("type", Pick(random, Vocabulary.Types[kind]));
        yield return ("fields", Some(random, Vocabulary.Fields));
        yield return ("audiences", Some(random, Vocabulary.Audiences));
        yield return ("ties", Some(random, Vocabulary.Ties));
        yield return ("access", Some(random, Vocabulary.Access));
        yield return ("cost", Pick(random, ["", "free", "paid"]));
        yield return ("carrier", Pick(random, ["", "public", "citizens"]));
        yield return ("openness", Pick(random, ["", "everyone", "members"]));
        yield return ("hours", Pick(random, Hours));
        yield return ("itinerant", Pick(random, ["", "", "", "yes"]));
        yield return ("organisation", random.Next(4) == 0 ? carrier.Id.ToString() : "");
        yield return ("description", random.Next(2) == 0 ? $"Ici, {Pick(random, Words).ToLowerInvariant()} et {Pick(random, Words).ToLowerInvariant()}s pour tout le monde" : "");
        var day = new LocalDate(2026, 11, 20).PlusDays(random.Next(-60, 60));
        yield return ("starts-on", LocalDatePattern.Iso.Format(day));
        yield return ("starts-at", Pick(random, ["", "09:00", "14:30", "20:00"]));
        yield return ("duration", Pick(random, ["", "60", "150"]));
        yield return ("ends-on", random.Next(4) == 0 ? LocalDatePattern.Iso.Format(day.PlusDays(random.Next(60))) : "");
        yield return ("recurrence", Pick(random, Rules));
    }

    private static void Position(Random random, Occasion occasion, Territory commune, Instant at)
    {
        string Near(double? centre) => (centre!.Value + ((random.NextDouble() - 0.5) * 0.1)).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
        occasion.Describe(OccasionField.Named("latitude"), Near(commune.Latitude), "essai", at).Accepted.ShouldBeTrue();
        occasion.Describe(OccasionField.Named("longitude"), Near(commune.Longitude), "essai", at).Accepted.ShouldBeTrue();
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static string Some(Random random, IReadOnlyList<string> list) => string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, list)));
}
