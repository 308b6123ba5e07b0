using Trame.Foundation.Data;

namespace Trame.Registers.Territories;

/// <summary>Builds the tree country, region, department, intercommunality, commune for what a space is about, from the official list.</summary>
public sealed class CreateTerritories(Cog cog)
{
    private readonly record struct Picture(List<CogCommune> Communes, List<CogIntercommunality> Intercommunalities, Dictionary<string, CogArea> Departments, Dictionary<string, CogArea> Regions);

    /// <summary>Decides everything, writes nothing: an unknown code is refused here.</summary>
    public async Task<Outcome<TerritoryPlan>> Plan(TerritoryChoice choice, CancellationToken stop)
    {
        if (cog.Missing.Count > 0) return new Refusal("territories.cog.missing", null, string.Join(", ", cog.Missing));
        var (kept, members) = await Members(choice, stop);
        var communes = await cog.Communes(stop).Where(c => Belongs(choice, c, members)).ToListAsync(stop);
        if (communes.Count == 0) return new Refusal($"territories.unknown.{EnumWords.Write(choice.Kind)}", nameof(choice.Code), choice.Code);
        var departments = await cog.Departments(stop).ToDictionaryAsync(d => d.Code, cancellationToken: stop);
        var regions = await cog.Regions(stop).ToDictionaryAsync(r => r.Code, cancellationToken: stop);
        return Draw(choice, new Picture(communes, kept, departments, regions));
    }

    /// <summary>Writes a plan into a space that has no territory yet: tens of thousands of rows in about a second, without a history line for each.</summary>
    public static async Task Write(TrameDb db, TerritoryPlan plan, CancellationToken stop)
    {
        await RowLoader.Load(db, plan.All, stop);
        await RowLoader.Load(db, plan.All.SelectMany(t => t.Codes), stop);
    }

    private async Task<(List<CogIntercommunality> Kept, HashSet<string> Members)> Members(TerritoryChoice choice, CancellationToken stop)
    {
        var all = cog.Intercommunalities(stop);
        var kept = choice.Kind switch
        {
            TerritoryKind.Intercommunality => await all.Where(e => e.Siren == choice.Code).ToListAsync(stop),
            TerritoryKind.Commune => await all.Where(e => e.Members.Any(m => m.Code == choice.Code)).ToListAsync(stop),
            _ => await all.ToListAsync(stop),
        };
        return (kept, [.. kept.SelectMany(e => e.Members).Select(m => m.Code)]);
    }

    private static bool Belongs(TerritoryChoice choice, CogCommune commune, HashSet<string> members) => choice.Kind switch
    {
        TerritoryKind.Country => choice.Code == TerritoryChoice.France.Code,
        TerritoryKind.Department => commune.Department == choice.Code,
        TerritoryKind.Intercommunality => members.Contains(commune.Code),
        TerritoryKind.Commune => commune.Code == choice.Code,
        _ => false,
    };

    private static TerritoryPlan Draw(TerritoryChoice choice, Picture picture)
    {
        var slugs = new TerritorySlugs(picture.Communes.Select(c => c.Name));
        var byCode = picture.Communes.ToDictionary(c => c.Code);
        var country = new Territory(TerritoryKind.Country, "France", slugs.Larger("France", "pays"), null);
        country.AddCode("iso-3166", "FR");
        var above = new AdministrativeFrame(country, slugs, picture.Departments, picture.Regions);
        var mainDepartments = MainDepartments(picture, byCode);
        foreach (var code in picture.Communes.Select(c => c.Department).Distinct().Order(StringComparer.Ordinal)) above.Department(code);
        var parents = new Dictionary<string, Territory>();
        var intercommunalities = new List<Territory>();
        foreach (var source in picture.Intercommunalities.Where(e => e.Members.Any(m => byCode.ContainsKey(m.Code))))
        {
            var department = choice.Kind == TerritoryKind.Department ? choice.Code : mainDepartments[source.Siren];
            var territory = Intercommunality(source, above.Department(department), slugs, byCode);
            intercommunalities.Add(territory);
            foreach (var member in source.Members) parents[member.Code] = territory;
        }

        var points = CommuneCentroids.Shipped();
        var communes = picture.Communes.Select(c => Commune(c, parents.GetValueOrDefault(c.Code) ?? above.Department(c.Department), slugs, points)).ToList();
        var about = choice.Kind switch
        {
            TerritoryKind.Country => country,
            TerritoryKind.Department => above.Department(choice.Code),
            TerritoryKind.Intercommunality => intercommunalities[0],
            _ => communes[0],
        };
        var most = picture.Communes.GroupBy(c => c.Department).MaxBy(g => g.Count())!.Key;
        return new TerritoryPlan(about, [.. above.All, .. intercommunalities, .. communes], choice.Kind == TerritoryKind.Country ? "" : most);
    }

    // An intercommunality may stand in two departments (Moulins Communauté does): the tree shows it in the one where most of its people live. What
    // is counted in a department is counted by the communes' own (see TerritoryScope): those of the Hauts-de-Seine are not lost in the métropole of Paris.
    private static Dictionary<string, string> MainDepartments(Picture picture, Dictionary<string, CogCommune> byCode) =>
        picture.Intercommunalities.Where(e => e.Members.Any(m => byCode.ContainsKey(m.Code))).ToDictionary(e => e.Siren, e => e.Members
            .Where(m => byCode.ContainsKey(m.Code)).Select(m => byCode[m.Code]).GroupBy(c => c.Department).MaxBy(g => g.Sum(c => c.Population ?? 0))!.Key);

    private static Territory Intercommunality(CogIntercommunality source, Territory department, TerritorySlugs slugs, Dictionary<string, CogCommune> byCode)
    {
        var territory = new Territory(TerritoryKind.Intercommunality, source.Name, slugs.Larger(source.Name, "interco"), department.Id);
        territory.AddCode("siren", source.Siren);
        var members = source.Members.Select(m => byCode.GetValueOrDefault(m.Code)).ToList();
        // Only when all its communes are here: a rate over half an intercommunality would lie.
        if (members.All(m => m?.Population is not null) && members.Select(m => YearOf(m!)).Distinct().ToList() is [int year])
            territory.CountPeople(members.Sum(m => m!.Population!.Value), year, Cog.Source);
        return territory;
    }

    private static Territory Commune(CogCommune source, Territory parent, TerritorySlugs slugs, IReadOnlyDictionary<string, (double Latitude, double Longitude)> points)
    {
        var territory = new Territory(TerritoryKind.Commune, source.Name, slugs.Commune(source.Name, source.Department), parent.Id);
        territory.AddCode("insee", source.Code);
        if (source.Siren is not null) territory.AddCode("siren", source.Siren);
        if (source.PostalCodes is not null) territory.Deliver(source.PostalCodes);
        if (source.Population is { } people) territory.CountPeople(people, YearOf(source), Cog.Source);
        if (points.TryGetValue(source.Code, out var point)) territory.PlaceAt(point.Latitude, point.Longitude, CommuneCentroids.Source);
        return territory;
    }

    // The package takes INSEE's reference populations in force on 1 January 2026 (insee.fr/fr/statistiques/8680726: census year 2023), Mayotte's of 2017,
    // and for the overseas collectivities figures of several years that it does not tell apart.
    private static int? YearOf(CogCommune commune) => commune switch
    {
        { Department: "976" } => 2017,
        { Zone: "com" } => null,
        _ => 2023,
    };
}
