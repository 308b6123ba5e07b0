using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Registers.Exports;

/// <summary>Human Services Data Specification 3.0: each place that an organisation carries as a service at its location (and at each stop of its round); the others as locations alone, since a service needs an organisation.</summary>
internal sealed class HsdsFile : IRecordWriter
{
    private const int FlushAt = 32 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly ExportContext _context;
    private readonly ExportTally _tally;
    private bool _carried = true;

    public HsdsFile(Stream stream, ExportContext context, ExportTally tally)
    {
        (_context, _tally) = (context, tally);
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteString("version", "3.0");
        _json.WriteString("publisher", context.Name);
        _json.WriteStartArray("services");
    }

    public void Write(PublicRecord record)
    {
        if (record.Carrier is null && _carried) Locations();
        if (record.Carrier is { } carrier) Service(record, carrier);
        else
        {
            _json.WriteStartObject();
            new HsdsLocation(_json, _context, _tally).Of(record);
            _json.WriteEndObject();
            _tally.Unsay("exports.unsaid.service");
        }

        _tally.Unsay("exports.unsaid.tags", record.Said.Fields.Count + record.Said.Ties.Count > 0);
        _tally.Write();
        if (_json.BytesPending > FlushAt) _json.Flush();
    }

    private void Locations()
    {
        _json.WriteEndArray();
        _json.WriteStartArray("locations");
        _carried = false;
    }

    private void Service(PublicRecord record, Organisation carrier)
    {
        var o = record.Said;
        _json.WriteStartObject();
        _json.WriteString("id", o.Id);
        _json.WriteString("organization_id", carrier.Id);
        _json.WriteString("name", o.Name);
        Say("description", string.Join("\n\n", ((string[])[o.Summary, o.Description, o.Offers]).Where(t => t.Length > 0)));
        Say("url", StandardWords.Url(o.Website));
        Say("email", StandardWords.Email(o));
        _json.WriteString("status", o.Status == OccasionStatus.Paused ? "temporarily closed" : "active");
        Say("application_process", o.Conditions);
        Say("fees_description", string.Join(" : ", ((string[])[o.Cost == Cost.Unknown ? "" : Texts.In("fr", $"occasions.cost.{EnumWords.Write(o.Cost)}"), o.CostNote]).Where(t => t.Length > 0)));
        Say("eligibility_description", string.Join(", ", o.Audiences.Select(a => Texts.In("fr", $"occasions.audiences.{a}"))));
        Say("alert", o.Status == OccasionStatus.Paused ? o.StatusNote : "");
        if (o.VerifiedAt is { } at) Say("assured_date", LocalDatePattern.Iso.Format(_context.Calendar.Today(at)));
        Say("last_modified", InstantPattern.General.Format(o.ChangedAt));
        Carrier(carrier);
        _json.WriteStartArray("service_at_locations");
        var location = new HsdsLocation(_json, _context, _tally);
        At(o, o.Id, () => location.Of(record));
        foreach (var (number, stop) in o.Stops.Index()) At(o, StableId.Of(o.Id, $"stop {number} {stop.Name}"), () => location.Of(o, number, stop));
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void At(Occasion o, Guid location, Action write)
    {
        _json.WriteStartObject();
        _json.WriteString("id", StableId.Of(o.Id, $"at {location}"));
        _json.WriteString("service_id", o.Id);
        _json.WriteString("location_id", location);
        _json.WriteStartObject("location");
        write();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Carrier(Organisation carrier)
    {
        _json.WriteStartObject("organization");
        _json.WriteString("id", carrier.Id);
        _json.WriteString("name", carrier.Name);
        _json.WriteString("description", Texts.In("fr", $"organisations.kind.{EnumWords.Write(carrier.Kind)}"));
        Say("website", StandardWords.Url(carrier.Website));
        _json.WriteStartArray("organization_identifiers");
        foreach (var (scheme, value) in carrier.Codes)
        {
            _json.WriteStartObject();
            _json.WriteString("id", StableId.Of(carrier.Id, scheme));
            _json.WriteString("organization_id", carrier.Id);
            _json.WriteString("identifier_type", scheme);
            _json.WriteString("identifier", value);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Say(string name, string value)
    {
        if (value.Length > 0) _json.WriteString(name, value);
    }

    public void Dispose()
    {
        if (_carried) Locations();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }
}
