using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>Comment un programme lit-il ce que publie cet espace ? Each example can be tried here and copied as it is.</summary>
public sealed class IndexModel(TrameDb db, FindTerritories territories) : TramePage
{
    /// <param name="Text">What it answers, as the key of a sentence.</param>
    /// <param name="Path">From the root of the interface.</param>
    public sealed record Example(string Text, string Path);

    public IReadOnlyList<Example> Examples { get; private set; } = [];

    public Guid? PlaceId { get; private set; }

    public string Root => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{ApiManners.Root}";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var commune = (await territories.Tree(stop)).Communes().FirstOrDefault()?.Slug;
        PlaceId = await db.Set<Occasion>().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.Kind == OccasionKind.Place).OrderBy(o => o.SortName).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
        Examples =
        [
            new("api.example.search", "/occasions?q=jardin&gratuit=oui"),
            .. commune is null ? (Example[])[] : [new("api.example.places", $"/places?commune={commune}&taille=10")],
            new("api.example.moments", "/moments?tri=prochain"),
            .. PlaceId is null ? (Example[])[] : [new("api.example.one", $"/occasions/{PlaceId}")],
            new("api.example.organisations", "/organisations"), new("api.example.territories", "/territories?niveau=commune"), new("api.example.facts", "/facts?fait=moment.held"), new("api.example.sources", "/sources"),
        ];
    }
}
