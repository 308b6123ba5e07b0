using System.Text;
using Trame.Foundation.Time;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>The moments as a calendar.</summary>
internal sealed class CalendarFile : IRecordWriter
{
    private readonly StreamWriter _writer;
    private readonly ICalendarWriter _events;
    private readonly ExportContext _context;
    private readonly ExportTally _tally;

    public CalendarFile(Stream stream, ExportContext context, ExportTally tally)
    {
        (_context, _tally) = (context, tally);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        _events = new ICalendarWriter(context.At, context.Calendar.Holidays, context.Name);
        _events.Begin(_writer);
    }

    public void Write(PublicRecord record)
    {
        if (OccasionTimes.RuleOf(record.Said, _context.Calendar) is not { } when)
        {
            _tally.LeaveOut("exports.left.no-date");
            return;
        }

        _events.Add(_writer, EventOf(record.Said, when, _context.Link(record.Said)));
        _tally.Write();
    }

    public static CalendarEvent EventOf(Occasion o, Recurrence when, string? link) => new($"{o.Id}@trame", when, OccasionTimes.LengthOf(o), o.Name)
    {
        Description = o.Summary.Length > 0 ? o.Summary : null, Location = o.Address.Length > 0 ? o.Address : null, Link = link is null ? null : new Uri(link), Sequence = o.Version,
        Point = o is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null, Cancelled = o.Status is OccasionStatus.Closed or OccasionStatus.Paused,
        AllDay = o.StartsAt is null, LastDay = o.Recurrence.Length == 0 ? o.EndsOn : null,
    };

    public void Dispose()
    {
        ICalendarWriter.End(_writer);
        _writer.Dispose();
    }
}
