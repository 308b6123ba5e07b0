using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>The list of what can be said of an occasion, in the order a form asks it.</summary>
internal static class OccasionFields
{
    private static readonly OccasionKind[] Places = [OccasionKind.Place];
    private static readonly OccasionKind[] Dated = [OccasionKind.Moment, OccasionKind.Project];
    private static readonly OccasionKind[] Moments = [OccasionKind.Moment];
    private static readonly OccasionKind[] Projects = [OccasionKind.Project];

    public static readonly IReadOnlyList<OccasionField> All =
    [
        new("name", FieldShape.Line, o => o.Name, (o, v) => o.Name = v) { Required = true, MaxLength = Occasion.NameLength },
        new("type", FieldShape.Choice, o => o.Type, (o, v) => o.Type = v.Length == 0 ? "other" : v),
        new("summary", FieldShape.Line, o => o.Summary, (o, v) => o.Summary = v) { MaxLength = 280 },
        new("description", FieldShape.Text, o => o.Description, (o, v) => o.Description = v) { MaxLength = 10_000 },
        new("lasting-reason", FieldShape.Text, o => o.LastingReason, (o, v) => o.LastingReason = v) { Kinds = Projects, MaxLength = 600 },
        new("territory", FieldShape.Territory, o => o.TerritoryId.ToString(), (o, v) => o.TerritoryId = Guid.Parse(v)) { Required = true },
        new("address", FieldShape.Line, o => o.Address, (o, v) => o.Address = v),
        new("postal-code", FieldShape.Line, o => o.PostalCode, (o, v) => o.PostalCode = v) { MaxLength = 10 },
        new("latitude", FieldShape.Coordinate, o => Number(o.Latitude), (o, v) => o.Latitude = Number(v)),
        new("longitude", FieldShape.Coordinate, o => Number(o.Longitude), (o, v) => o.Longitude = Number(v)),
        new("hours", FieldShape.Hours, o => o.Hours, (o, v) => o.Hours = v) { Kinds = Places, MaxLength = 1000 },
        new("hours-note", FieldShape.Line, o => o.HoursNote, (o, v) => o.HoursNote = v) { Kinds = Places },
        new("itinerant", FieldShape.YesNo, o => o.Itinerant ? "yes" : "", (o, v) => o.Itinerant = v == "yes") { Kinds = Places },
        new("stops", FieldShape.Stops, o => o.Stops.Count == 0 ? "" : JsonSerializer.Serialize(o.Stops, Columns.Json), (o, v) => o.Stops = v.Length == 0 ? [] : JsonSerializer.Deserialize<List<Stop>>(v, Columns.Json)!) { Kinds = Places, MaxLength = 20_000 },
        new("starts-on", FieldShape.Date, o => o.StartsOn is { } d ? LocalDatePattern.Iso.Format(d) : "", (o, v) => o.StartsOn = Date(v)) { Kinds = Dated },
        new("starts-at", FieldShape.Time, o => o.StartsAt is { } t ? FieldText.TimePattern.Format(t) : "", (o, v) => o.StartsAt = v.Length == 0 ? null : FieldText.TimePattern.Parse(v).Value) { Kinds = Moments },
        new("duration", FieldShape.Number, o => Number(o.DurationMinutes), (o, v) => o.DurationMinutes = Whole(v)) { Kinds = Moments },
        new("ends-on", FieldShape.Date, o => o.EndsOn is { } d ? LocalDatePattern.Iso.Format(d) : "", (o, v) => o.EndsOn = Date(v)) { Kinds = Dated },
        new("recurrence", FieldShape.Recurrence, o => o.Recurrence, (o, v) => o.Recurrence = v) { Kinds = Moments, MaxLength = 2000 },
        new("carrier", FieldShape.Choice, o => o.Carrier is { } c ? EnumWords.Write(c) : "", (o, v) => o.Carrier = v.Length == 0 ? null : EnumWords.Read<Carrier>(v)) { List = [.. EnumWords.Words<Carrier>()] },
        new("organisation", FieldShape.Organisation, o => o.OrganisationId?.ToString() ?? "", (o, v) => o.OrganisationId = v.Length == 0 ? null : Guid.Parse(v)),
        new("fields", FieldShape.Choices, o => Join(o.Fields), (o, v) => o.Fields = Split(v)) { List = Vocabulary.Fields, MaxLength = 500 },
        new("ties", FieldShape.Choices, o => Join(o.Ties), (o, v) => o.Ties = Split(v)) { List = Vocabulary.Ties, MaxLength = 500 },
        new("audiences", FieldShape.Choices, o => Join(o.Audiences), (o, v) => o.Audiences = Split(v)) { List = Vocabulary.Audiences, MaxLength = 500 },
        new("openness", FieldShape.Choice, o => o.Openness is { } x ? EnumWords.Write(x) : "", (o, v) => o.Openness = v.Length == 0 ? null : EnumWords.Read<Openness>(v)) { List = [.. EnumWords.Words<Openness>()] },
        new("conditions", FieldShape.Line, o => o.Conditions, (o, v) => o.Conditions = v) { MaxLength = 500 },
        new("cost", FieldShape.Choice, o => o.Cost == Cost.Unknown ? "" : EnumWords.Write(o.Cost), (o, v) => o.Cost = v.Length == 0 ? Cost.Unknown : EnumWords.Read<Cost>(v)) { List = [.. EnumWords.Words<Cost>().Skip(1)] },
        new("cost-note", FieldShape.Line, o => o.CostNote, (o, v) => o.CostNote = v),
        new("offers", FieldShape.Text, o => o.Offers, (o, v) => o.Offers = v) { MaxLength = 2000 },
        new("capacity", FieldShape.Number, o => Number(o.Capacity), (o, v) => o.Capacity = Whole(v)),
        new("access", FieldShape.Choices, o => Join(o.Access), (o, v) => o.Access = Split(v)) { List = Vocabulary.Access, MaxLength = 500 },
        new("acceslibre", FieldShape.Url, o => o.AcceslibreUrl ?? "", (o, v) => o.AcceslibreUrl = v.Length == 0 ? null : v) { MaxLength = 300 },
        new("how-to-come", FieldShape.Line, o => o.HowToCome, (o, v) => o.HowToCome = v) { MaxLength = 500 },
        new("nearest-stop", FieldShape.Line, o => o.NearestStop, (o, v) => o.NearestStop = v) { MaxLength = 80 },
        new("phone", FieldShape.Phone, o => o.Phone, (o, v) => o.Phone = v) { MaxLength = 30 },
        new("email", FieldShape.Email, o => o.Email, (o, v) => o.Email = v) { MaxLength = 120 },
        new("website", FieldShape.Url, o => o.Website, (o, v) => o.Website = v) { MaxLength = 300 },
        new("partners", FieldShape.Line, o => o.Partners, (o, v) => o.Partners = v) { Kinds = Projects, MaxLength = 500 },
        new("risks", FieldShape.Text, o => o.Risks, (o, v) => o.Risks = v) { Kinds = Projects, MaxLength = 1000 },
        new("tried", FieldShape.Text, o => o.Tried, (o, v) => o.Tried = v) { Kinds = Projects, MaxLength = 2000 },
        new("learned", FieldShape.Text, o => o.Learned, (o, v) => o.Learned = v) { Kinds = Projects, MaxLength = 2000 },
        new("helped", FieldShape.Text, o => o.Helped, (o, v) => o.Helped = v) { Kinds = Projects, MaxLength = 2000 },
        new("story", FieldShape.Text, o => o.Story, (o, v) => o.Story = v) { Kinds = Projects, MaxLength = 10_000 },
        new("story-easy", FieldShape.Text, o => o.StoryEasy, (o, v) => o.StoryEasy = v) { Kinds = Projects, MaxLength = 3000 },
        new("story-consent", FieldShape.Line, o => o.StoryConsent, (o, v) => o.StoryConsent = v) { Kinds = Projects },
    ];

    public static readonly IReadOnlyDictionary<string, OccasionField> ByKey = All.ToDictionary(f => f.Key, StringComparer.Ordinal);

    private static string Join(List<string> words) => string.Join(' ', words);

    private static List<string> Split(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static int? Whole(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static LocalDate? Date(string text) => text.Length == 0 ? null : LocalDatePattern.Iso.Parse(text).Value;
}
