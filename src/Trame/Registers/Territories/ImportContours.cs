using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Registers.Territories;

/// <summary>Gives communes their contour, or adds neighbourhoods (quartiers, IRIS, QPV), from a GeoJSON. All of the file or, unless told otherwise, nothing.</summary>
public sealed class ImportContours(TrameDb db, FindTerritories find)
{
    public const double CommuneToleranceMetres = 25;
    public const double NeighbourhoodToleranceMetres = 5;

    /// <param name="KeepGood">Write what is right even when a feature is wrong.</param>
    public sealed record Request(TerritoryKind Kind, string? CodeProperty, string Source, bool KeepGood, bool DryRun);

    private sealed record Found(Territory Territory, Geometry Contour, bool IsNew);

    public async Task<ImportReport> Handle(Stream file, Request request, Action<string, long> progress, CancellationToken stop)
    {
        var tree = await find.Tree(stop);
        var (problems, notes, found) = (new Problems(), new Problems(), new Dictionary<Guid, Found>());
        var index = request.Kind == TerritoryKind.Neighbourhood ? new TerritoryIndex(await find.Sites([.. tree.Communes()], stop)) : null;
        var (read, ignored) = (0, 0);
        foreach (var item in GeoJsonReader.Read(file))
        {
            stop.ThrowIfCancellationRequested();
            if (item is GeoError error) problems.Add(Texts.Get(error.TextKey, [.. error.Args]));
            if (item is not GeoFeature feature) continue;
            foreach (var repair in feature.Repairs) notes.Add(Texts.Get(repair.TextKey, [.. repair.Args]));
            if (++read % 500 == 0) progress("GeoJSON", read);
            switch (await Match(feature, request, tree, index, found, stop))
            {
                case (null, null): ignored++; break;
                case (null, { } problem): problems.Add(problem); break;
                case ({ } match, _): found[match.Territory.Id] = match; break;
            }
        }

        if (found.Count == 0 && problems.Count == 0) problems.Add(Texts.Get("territories.contour.none", read, tree.About?.Name ?? ""));
        if (problems.Count > 0 && !request.KeepGood) return new(0, 0, 0, ignored, problems, notes);
        var changed = Draw(found.Values, request);
        if (!request.DryRun) (await db.Save(stop)).ThrowIfRefused();
        var created = found.Values.Count(f => f.IsNew);
        return new(created, changed - created, found.Count - changed, ignored, problems, notes);
    }

    // (null, null): a feature of somewhere else. Files cover a department or a country, a space is smaller.
    private async Task<(Found?, string?)> Match(GeoFeature feature, Request request, TerritoryTree tree, TerritoryIndex? index, Dictionary<Guid, Found> found, CancellationToken stop)
    {
        var names = new FeatureNames(feature, request.CodeProperty);
        if (names.Code is not { Length: > 0 } code) return (null, Texts.Get("territories.contour.no-code", feature.Line, feature.Feature + 1, string.Join(", ", feature.Properties.Keys.Take(12))));
        var contour = GeoFactory.Polygonal(feature.Geometry);
        if (contour.IsEmpty) return (null, Texts.Get("territories.contour.not-surface", feature.Line, feature.Feature + 1, code, feature.Geometry.GeometryType));
        var known = request.Kind == TerritoryKind.Commune ? tree.ByCode("insee", code) ?? tree.ByCode("nis5", code) : tree.ByCode(names.NeighbourhoodScheme, code);
        if (known is not null && found.ContainsKey(known.Id)) return (null, Texts.Get("territories.contour.twice", feature.Line, feature.Feature + 1, code));
        if (known is not null) return (new Found(await db.Set<Territory>().SingleAsync(t => t.Id == known.Id, stop), contour, false), null);
        if (request.Kind == TerritoryKind.Commune) return (null, null);
        if (found.Values.Any(f => f.IsNew && f.Territory.CodeOf(names.NeighbourhoodScheme) == code)) return (null, Texts.Get("territories.contour.twice", feature.Line, feature.Feature + 1, code));
        return Commune(names, contour, tree, index!) is { } commune ? (New(names, code, contour, commune, tree, found), null) : (null, null);
    }

    private static TerritoryNode? Commune(FeatureNames names, Geometry contour, TerritoryTree tree, TerritoryIndex index)
    {
        if (names.CommuneCode is { } said && (tree.ByCode("insee", said) ?? tree.ByCode("nis5", said)) is { } named) return named;
        if (names.CommuneCode is not null && names.NeighbourhoodScheme == "iris") return null; // its code says another commune
        return index.Find(FeatureNames.Middle(contour), withinMetres: 5_000) is { } located ? tree.BySlug(located.Code) : null;
    }

    private static Found New(FeatureNames names, string code, Geometry contour, TerritoryNode commune, TerritoryTree tree, Dictionary<Guid, Found> found)
    {
        var name = names.Name ?? code;
        var slug = Slug.Unique(Slug.From($"{commune.Name} {name}"), s => tree.BySlug(s) is not null || found.Values.Any(f => f.Territory.Slug == s));
        var territory = new Territory(TerritoryKind.Neighbourhood, name.Length > 120 ? name[..120] : name, slug, commune.Id);
        territory.AddCode(names.NeighbourhoodScheme, code);
        return new Found(territory, contour, true);
    }

    private int Draw(IReadOnlyCollection<Found> found, Request request)
    {
        var simple = DisplayContours.Simplify([.. found.Select(f => f.Contour)], request.Kind == TerritoryKind.Commune ? CommuneToleranceMetres : NeighbourhoodToleranceMetres);
        var changed = 0;
        foreach (var (one, contour) in found.Zip(simple))
        {
            var text = ContourText.Encode(contour);
            if (one.Territory.Contour == text && one.Territory.ContourSource == request.Source) continue;
            one.Territory.Draw(text, request.Source, db.Now);
            // A centre computed from the contour replaces none, never one that another source gave.
            var middle = FeatureNames.Middle(one.Contour);
            if (one.Territory.Latitude is null) one.Territory.PlaceAt(middle.Latitude, middle.Longitude, request.Source);
            if (one.IsNew) db.Add(one.Territory);
            changed++;
        }

        return changed;
    }
}
