using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Territories;

/// <summary>Someone who knows a territory says how many live there, since when, by which postal codes it is reached and where its centre is; with the source. What is left empty is not touched.</summary>
public sealed class DescribeTerritory(TrameDb db, Rights rights)
{
    public const int SourceLength = 200;

    public sealed record Request(Guid Id, int Version, string Population, string Year, string PostalCodes, string Latitude, string Longitude, string Source);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TerritoryActs.Describe)) return Refusal.NotAllowed;
        if (await db.Set<Territory>().FirstOrDefaultAsync(t => t.Id == request.Id, stop) is not { } territory) return Refusal.Gone;
        var (source, refusals) = (request.Source.Trim(), new List<Refusal>());
        if (source.Length == 0) refusals.Add(new Refusal("territories.describe.source.missing", "Source"));
        if (source.Length > SourceLength) refusals.Add(new Refusal("occasions.field.long", "Source", $"{SourceLength}", $"{source.Length}"));
        var people = Whole(request.Population, "Population", refusals);
        var year = Whole(request.Year, "Year", refusals);
        if (year is { } y && (y < 1800 || y > db.Now.InUtc().Year)) refusals.Add(new Refusal("territories.describe.year.wrong", "Year", request.Year));
        var codes = request.PostalCodes.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.FirstOrDefault(c => c.Length is not (4 or 5) || !c.All(char.IsAsciiDigit)) is { } wrong) refusals.Add(new Refusal("territories.describe.postal.wrong", "PostalCodes", wrong));
        var (latitude, longitude) = (Degrees(request.Latitude, "Latitude", refusals), Degrees(request.Longitude, "Longitude", refusals));
        if (refusals.Count == 0 && people is { } count && (count, year) != (territory.Population, territory.PopulationYear)) refusals.AddRange(territory.CountPeople(count, year, source).Refusals);
        if (refusals.Count == 0 && latitude is { } north && longitude is { } east && (north, east) != (territory.Latitude, territory.Longitude)) refusals.AddRange(territory.PlaceAt(north, east, source).Refusals);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Of(refusals);
        }

        if (!codes.SequenceEqual(territory.PostalCodes)) territory.Deliver(codes.Distinct());
        db.Expect(territory, request.Version);
        db.Author = actor.As(source);
        return await db.Save(stop);
    }

    private static int? Whole(string typed, string field, List<Refusal> refusals)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return n;
        refusals.Add(new Refusal("territories.describe.number", field, typed));
        return null;
    }

    private static double? Degrees(string typed, string field, List<Refusal> refusals)
    {
        var text = typed.Trim().Replace(',', '.');
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)) return n;
        refusals.Add(new Refusal("territories.describe.point", field, typed));
        return null;
    }
}
