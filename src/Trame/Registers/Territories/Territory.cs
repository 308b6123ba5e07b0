using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Territories;

/// <summary>A piece of the tree country, region, department, intercommunality, commune, neighbourhood. Holds: no cycle; a figure has its year and source.</summary>
public sealed class Territory : IVersioned
{
    private readonly List<TerritoryCode> _codes = [];

    private Territory() { }

    public Territory(TerritoryKind kind, string name, string slug, Guid? parentId)
    {
        Kind = kind;
        Name = name;
        Slug = slug;
        ParentId = parentId;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public TerritoryKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public IReadOnlyList<TerritoryCode> Codes => _codes;
    public List<string> PostalCodes { get; private set; } = [];
    public int? Population { get; private set; }
    public int? PopulationYear { get; private set; }
    public string? PopulationSource { get; private set; }
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? CentroidSource { get; private set; }

    /// <summary>Simplified for display, as <see cref="Foundation.Geo.ContourText"/> writes it; null where only an approximate cell can be drawn.</summary>
    public string? Contour { get; private set; }
    public string? ContourSource { get; private set; }
    public Instant? ContourAt { get; private set; }
    public int Version { get; private set; } = 1;

    public string? CodeOf(string scheme) => _codes.FirstOrDefault(c => c.Scheme == scheme)?.Value;

    public Outcome AddCode(string scheme, string value)
    {
        if (_codes.Any(c => c.Scheme == scheme && c.Value != value)) return new Refusal("territories.code.already", scheme, scheme, value);
        if (_codes.All(c => c.Scheme != scheme)) _codes.Add(new TerritoryCode { Scheme = scheme, Value = value, TerritoryId = Id });
        return Outcome.Done;
    }

    /// <param name="year">Null when the source does not say it: better no year than a guessed one.</param>
    public Outcome CountPeople(int population, int? year, string source)
    {
        if (population < 0) return new Refusal("territories.population.negative", nameof(Population));
        if (string.IsNullOrWhiteSpace(source)) return new Refusal("territories.population.no-source", nameof(PopulationSource));
        (Population, PopulationYear, PopulationSource) = (population, year, source);
        return Outcome.Done;
    }

    public Outcome PlaceAt(double latitude, double longitude, string source)
    {
        if (double.IsNaN(latitude) || double.IsNaN(longitude) || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            return new Refusal("territories.point.outside", nameof(Latitude));
        (Latitude, Longitude, CentroidSource) = (latitude, longitude, source);
        return Outcome.Done;
    }

    public void Draw(string contour, string source, Instant at) => (Contour, ContourSource, ContourAt) = (contour, source, at);

    public void Deliver(IEnumerable<string> postalCodes) => PostalCodes = [.. postalCodes];
}
