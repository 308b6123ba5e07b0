using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Observe.Occasions;

/// <summary>The occasion as schema.org describes one, for search engines and agendas. Data, not a script: browsers never run it; what could close the element is escaped.</summary>
public static class StructuredData
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(Occasion o, string address, string commune, string url, OccasionTime? next, Organisation? carrier)
    {
        var about = new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = o.Kind switch { OccasionKind.Place => "Place", OccasionKind.Moment => "Event", _ => "Project" },
            ["@id"] = $"urn:uuid:{o.Id}", ["name"] = o.Name, ["url"] = url,
        };
        if (o.Summary.Length > 0) about["description"] = o.Summary;
        if (Uri.TryCreate(o.Website, UriKind.Absolute, out _)) about["sameAs"] = o.Website;
        var where = new JsonObject { ["@type"] = "PostalAddress", ["streetAddress"] = o.Address, ["postalCode"] = o.PostalCode, ["addressLocality"] = commune };
        var geo = o is { Latitude: { } latitude, Longitude: { } longitude } ? new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude } : null;
        if (o.Kind == OccasionKind.Place) Place(o, about, where, geo);
        if (o.Kind == OccasionKind.Moment) Moment(o, about, new JsonObject { ["@type"] = "Place", ["name"] = address, ["address"] = where }, geo, carrier);
        if (o.Kind != OccasionKind.Project && o.Capacity is { } capacity) about["maximumAttendeeCapacity"] = capacity;
        if (next is not null && o.Kind == OccasionKind.Moment)
        {
            about["startDate"] = InstantPattern.General.Format(next.StartsAt);
            about["endDate"] = InstantPattern.General.Format(next.EndsAt);
        }

        if (o is { Cost: Cost.Free, Kind: not OccasionKind.Project }) about["isAccessibleForFree"] = true;
        return about.ToJsonString(JsonSerializerOptions.Default);
    }

    private static void Place(Occasion o, JsonObject about, JsonObject where, JsonObject? geo)
    {
        about["address"] = where;
        if (geo is not null) about["geo"] = geo;
        if (o.Phone.Length > 0) about["telephone"] = o.Phone;
        if (o.Access.Count > 0)
            about["amenityFeature"] = new JsonArray([.. o.Access.Select(a => new JsonObject { ["@type"] = "LocationFeatureSpecification", ["name"] = Texts.In("fr", $"occasions.access.{a}"), ["value"] = true })]);
        if (o.Codes.GetValueOrDefault("siret") is { } siret) about["identifier"] = new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = "SIRET", ["value"] = siret };
        if (o.Hours.Length > 0 && OpeningHoursCache.Shared.Get(o.Hours) is { Ok: true, Value: { } hours } && WeeklyHours.Of(hours) is { IsWhole: true, Spans.Count: > 0 } week)
            about["openingHoursSpecification"] = new JsonArray([.. week.Spans.Select(s => new JsonObject
            {
                ["@type"] = "OpeningHoursSpecification", ["dayOfWeek"] = new JsonArray([.. s.Days.Select(d => JsonValue.Create($"https://schema.org/{d}"))]), ["opens"] = Clock.Format(s.Opens), ["closes"] = Clock.Format(s.Closes),
            })]);
    }

    private static void Moment(Occasion o, JsonObject about, JsonObject where, JsonObject? geo, Organisation? carrier)
    {
        if (geo is not null) where["geo"] = geo;
        about["location"] = where;
        if (o.Status == OccasionStatus.Closed) about["eventStatus"] = "https://schema.org/EventCancelled";
        if (carrier is not null) about["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = carrier.Name };
    }
}
