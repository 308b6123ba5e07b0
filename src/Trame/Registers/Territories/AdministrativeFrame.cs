namespace Trame.Registers.Territories;

/// <summary>Country, regions and departments, each made the first time something stands in it.</summary>
internal sealed class AdministrativeFrame(Territory country, TerritorySlugs slugs, IReadOnlyDictionary<string, CogArea> departments, IReadOnlyDictionary<string, CogArea> regions)
{
    private readonly Dictionary<string, Territory> _regions = [];
    private readonly Dictionary<string, Territory> _departments = [];

    public IEnumerable<Territory> All => [country, .. _regions.Values, .. _departments.Values];

    public Territory Department(string code)
    {
        if (_departments.TryGetValue(code, out var known)) return known;
        var source = departments[code];
        var region = Region(source.Region ?? throw new InvalidDataException($"Department {code} has no region in the official list."));
        var department = new Territory(TerritoryKind.Department, source.Name, slugs.Larger(source.Name, "departement"), region.Id);
        department.AddCode("insee-departement", code);
        return _departments[code] = department;
    }

    // INSEE numbers regions and departments apart: 84 is Vaucluse and Auvergne-Rhône-Alpes. Hence two schemes.
    private Territory Region(string code)
    {
        if (_regions.TryGetValue(code, out var known)) return known;
        var region = new Territory(TerritoryKind.Region, regions[code].Name, slugs.Larger(regions[code].Name, "region"), country.Id);
        region.AddCode("insee-region", code);
        return _regions[code] = region;
    }
}
