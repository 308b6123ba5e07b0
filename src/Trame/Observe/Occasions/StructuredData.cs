using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Trame.Registers.Occasions;

namespace Trame.Observe.Occasions;

/// <summary>The occasion as schema.org describes one, for search engines and agendas. Data, not a script: browsers never run it; what could close the element is escaped.</summary>
public static class StructuredData
{
    public static string Of(Occasion o, string address, string commune, string url, OccasionTime? next)
    {
        var about = new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = o.Kind switch { OccasionKind.Place => "Place", OccasionKind.Moment => "Event", _ => "Project" },
            ["name"] = o.Name, ["url"] = url,
        };
        if (o.Summary.Length > 0) about["description"] = o.Summary;
        if (o.Phone.Length > 0 && o.Kind == OccasionKind.Place) about["telephone"] = o.Phone;
        var where = new JsonObject { ["@type"] = "PostalAddress", ["streetAddress"] = o.Address, ["postalCode"] = o.PostalCode, ["addressLocality"] = commune };
        if (o.Kind == OccasionKind.Place) about["address"] = where;
        if (o.Kind == OccasionKind.Moment) about["location"] = new JsonObject { ["@type"] = "Place", ["name"] = address, ["address"] = where };
        if (o is { Latitude: { } latitude, Longitude: { } longitude, Kind: OccasionKind.Place }) about["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude };
        if (next is not null)
        {
            about["startDate"] = InstantPattern.General.Format(next.StartsAt);
            about["endDate"] = InstantPattern.General.Format(next.EndsAt);
        }

        if (o.Cost == Cost.Free) about["isAccessibleForFree"] = true;
        return about.ToJsonString(JsonSerializerOptions.Default);
    }
}
