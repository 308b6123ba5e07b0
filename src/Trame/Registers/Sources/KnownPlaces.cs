using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

/// <summary>The places of the space by everything that can tell that a line is one of them: its id, a code, its name in its commune.</summary>
internal sealed class KnownPlaces
{
    // Codes that name who runs a place, not the place: one association may have two of them.
    private static readonly string[] Shared = ["siret", "rna"];

    private readonly HashSet<Guid> _ids = [];
    private readonly Dictionary<(string, string), Guid> _byCode = [];
    private readonly Dictionary<(string, Guid), Guid> _byName = [];
    private readonly HashSet<(Guid, string)> _identified = []; // which places have a code of which scheme
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    /// <summary>Those that a source or a scheme of identifiers is known to have named.</summary>
    public HashSet<Guid> OfTheList { get; } = [];

    /// <param name="card">Told of each place that can be shown, for who looks for duplicates.</param>
    public static async Task<KnownPlaces> Read(TrameDb db, ImportRequest request, Action<PlaceCard>? card, CancellationToken stop)
    {
        var known = new KnownPlaces();
        var places = db.Set<Place>().AsNoTracking().Select(p => new { p.Id, p.Slug, p.Name, p.TerritoryId, p.Codes, p.MergedIntoId, p.Source, p.Status, p.Address, p.PostalCode, p.Phone, p.Latitude, p.Longitude }).AsAsyncEnumerable();
        await foreach (var place in places.WithCancellation(stop))
        {
            var id = place.MergedIntoId ?? place.Id;
            known.Remember(id, place.Slug, place.Name, place.TerritoryId, place.Codes);
            if (place.MergedIntoId is not null || place.Status == OccasionStatus.Closed) continue;
            if (place.Source == request.Source && place.Codes.Count > 0) known.OfTheList.Add(id);
            card?.Invoke(new PlaceCard($"{id}", place.Name) { Address = place.Address, PostalCode = place.PostalCode, Area = $"{place.TerritoryId}", Phone = place.Phone, Siret = place.Codes.GetValueOrDefault("siret", ""), Latitude = place.Latitude, Longitude = place.Longitude });
        }

        return known;
    }

    /// <remarks>Two lines of one name with two identifiers of one scheme are two places: their author tells them apart.</remarks>
    public Guid? Find(PlaceLine line, IReadOnlyDictionary<string, string> codes, Guid communeId) =>
        OwnId.In(line["id"]) is { } id && _ids.Contains(id) ? id
        : codes.Where(c => !Shared.Contains(c.Key)).Select(c => _byCode.TryGetValue((c.Key, c.Value), out var found) ? found : (Guid?)null).FirstOrDefault(f => f is not null)
        ?? (_byName.TryGetValue((Slug.From(line["name"]), communeId), out var named) && !codes.Keys.Any(scheme => !Shared.Contains(scheme) && _identified.Contains((named, scheme))) ? named : null);

    public string FreeSlug(string name) => Slug.Unique(Slug.From(name), _slugs.Contains);

    public void Remember(Guid id, string slug, string name, Guid communeId, IReadOnlyDictionary<string, string> codes)
    {
        _ids.Add(id);
        _slugs.Add(slug);
        _byName.TryAdd((Slug.From(name), communeId), id);
        foreach (var (scheme, value) in codes)
        {
            _byCode.TryAdd((scheme, value), id);
            _identified.Add((id, scheme));
        }
    }
}
