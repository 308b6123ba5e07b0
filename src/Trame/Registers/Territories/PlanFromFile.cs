using NodaTime;
using Trame.Foundation.Geo;

namespace Trame.Registers.Territories;

/// <summary>The tree of a space whose territory comes from a file: one territory under the given name, and its communes.</summary>
public static class PlanFromFile
{
    public static TerritoryPlan Draw(string name, IReadOnlyList<CommuneLine> communes, string source, Instant at)
    {
        var slugs = new TerritorySlugs(communes.Select(c => c.Name));
        var belgian = communes.Any(c => c.Scheme == "nis5");
        var country = new Territory(TerritoryKind.Country, belgian ? "Belgique" : "France", slugs.Larger(belgian ? "Belgique" : "France", "pays"), null);
        country.AddCode("iso-3166", belgian ? "BE" : "FR");
        var about = new Territory(TerritoryKind.Intercommunality, name, slugs.Larger(name, "territoire"), country.Id);
        var made = communes.Select(line => Commune(line, about.Id, slugs.Commune(line.Name, line.Code[..2]), source)).ToList();
        Draw([.. made.Zip(communes)], source, at);
        return new TerritoryPlan(about, [country, about, .. made], belgian ? "" : communes[0].Code[..2]);
    }

    private static Territory Commune(CommuneLine line, Guid parent, string slug, string source)
    {
        var territory = new Territory(TerritoryKind.Commune, line.Name, slug, parent);
        territory.AddCode(line.Scheme, line.Code);
        if (line.Population is { } people) territory.CountPeople(people, line.Year, source);
        if (line is { Latitude: { } latitude, Longitude: { } longitude }) territory.PlaceAt(latitude, longitude, source);
        return territory;
    }

    private static void Draw(List<(Territory Territory, CommuneLine Line)> pairs, string source, Instant at)
    {
        var drawn = pairs.Where(p => p.Line.Contour is not null).ToList();
        var simple = DisplayContours.Simplify([.. drawn.Select(p => p.Line.Contour!)], ImportContours.CommuneToleranceMetres);
        foreach (var (pair, contour) in drawn.Zip(simple)) pair.Territory.Draw(ContourText.Encode(contour), source, at);
    }
}
