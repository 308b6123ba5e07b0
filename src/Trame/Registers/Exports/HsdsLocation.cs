using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>A place, or a stop of a round, as a location of HSDS 3.0 with its address, telephone, access and week.</summary>
internal sealed class HsdsLocation(Utf8JsonWriter json, ExportContext context, ExportTally tally)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    // ISO 3166-2:BE by the beginning of the code of a commune (Statbel).
    private static readonly (string Begins, string Province)[] Belgian =
        [("21", "BE-BRU"), ("25", "BE-WBR"), ("2", "BE-VBR"), ("1", "BE-VAN"), ("3", "BE-VWV"), ("4", "BE-VOV"), ("5", "BE-WHT"), ("6", "BE-WLG"), ("7", "BE-VLI"), ("8", "BE-WLX"), ("9", "BE-WNA")];

    public void Of(PublicRecord record)
    {
        var o = record.Said;
        Begin(o.Id, o.Name, o.Latitude, o.Longitude);
        Say("description", o.Summary);
        Say("transportation", string.Join(". ", ((string[])[o.NearestStop, o.HowToCome]).Where(t => t.Length > 0)));
        if (context.Link(o) is { } link) Say("url", link);
        if (o.Codes.GetValueOrDefault("siret") is { } siret)
        {
            Say("external_identifier", siret);
            Say("external_identifier_type", "siret");
        }

        Address(record);
        if (o.Phone.Length > 0) List("phones", () => One(o.Id, "phone", () =>
        {
            json.WriteString("location_id", o.Id);
            json.WriteString("number", o.Phone);
        }));
        Access(o);
        Week(o.Id, o.Hours, o.HoursNote);
    }

    public void Of(Occasion o, int number, Stop stop)
    {
        var id = StableId.Of(o.Id, $"stop {number} {stop.Name}");
        Begin(id, stop.Name, stop.Latitude, stop.Longitude);
        Week(id, stop.Hours, "");
    }

    private void Begin(Guid id, string name, double? latitude, double? longitude)
    {
        json.WriteString("id", id);
        json.WriteString("location_type", "physical");
        json.WriteString("name", name);
        if (latitude is not { } y || longitude is not { } x) return;
        json.WriteNumber("latitude", y);
        json.WriteNumber("longitude", x);
    }

    private void Address(PublicRecord record)
    {
        var o = record.Said;
        var province = record.Commune is { } commune ? Province(commune.Codes) : "";
        if (o.Address.Length == 0 || o.PostalCode.Length == 0 || province.Length == 0)
        {
            tally.Unsay("exports.unsaid.address");
            return;
        }

        List("addresses", () => One(o.Id, "address", () =>
        {
            json.WriteString("location_id", o.Id);
            json.WriteString("address_1", o.Address);
            json.WriteString("city", record.Commune!.Name);
            json.WriteString("state_province", province);
            json.WriteString("postal_code", o.PostalCode);
            json.WriteString("country", record.IsBelgian ? "BE" : "FR");
            json.WriteString("address_type", "physical");
        }));
    }

    /// <summary>ISO 3166-2: « FR-03 », « BE-WNA »; empty when the commune has no code.</summary>
    private static string Province(IReadOnlyDictionary<string, string> codes) =>
        codes.GetValueOrDefault("insee") is { Length: 5 } insee ? $"FR-{(insee.StartsWith("97", StringComparison.Ordinal) ? insee[..3] : insee[..2])}"
        : codes.GetValueOrDefault("nis5") is { Length: 5 } nis ? Array.Find(Belgian, b => nis.StartsWith(b.Begins, StringComparison.Ordinal)).Province ?? "" : "";

    private void Access(Occasion o)
    {
        if (o.Access.Count == 0 && o.AcceslibreUrl is null) return;
        List("accessibility", () =>
        {
            foreach (var code in o.Access) One(o.Id, code, () => json.WriteString("description", Texts.In("fr", $"occasions.access.{code}")));
            if (StandardWords.Url(o.AcceslibreUrl) is { Length: > 0 } sheet) One(o.Id, "acceslibre", () => json.WriteString("url", sheet));
        });
    }

    // Each day and span of a plain week, and the whole text, which says also what a week cannot.
    private void Week(Guid location, string hours, string note)
    {
        if (hours.Length == 0 || OpeningHoursCache.Shared.Get(hours) is not { Ok: true, Value: { } read }) return;
        var week = WeeklyHours.Of(read);
        tally.Unsay("exports.unsaid.hours", !week.IsWhole);
        List("schedules", () =>
        {
            foreach (var (number, span) in week.Spans.Index()) One(location, $"schedule {number}", () =>
            {
                json.WriteString("location_id", location);
                json.WriteString("freq", "WEEKLY");
                json.WriteString("byday", string.Join(',', span.Days.Select(d => d.ToString()[..2].ToUpperInvariant())));
                json.WriteString("opens_at", Clock.Format(span.Opens));
                json.WriteString("closes_at", Clock.Format(span.Closes));
                json.WriteString("description", hours);
                Say("notes", note);
            });
            if (week.Spans.Count == 0) One(location, "schedule", () =>
            {
                json.WriteString("location_id", location);
                json.WriteString("description", hours);
                Say("notes", note);
            });
        });
    }

    private void List(string name, Action write)
    {
        json.WriteStartArray(name);
        write();
        json.WriteEndArray();
    }

    private void One(Guid owner, string part, Action write)
    {
        json.WriteStartObject();
        json.WriteString("id", StableId.Of(owner, part));
        write();
        json.WriteEndObject();
    }

    private void Say(string name, string value)
    {
        if (value.Length > 0) json.WriteString(name, value);
    }
}
