using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>Gives the living, public register in one format, row by row, and tells what the format could not hold.</summary>
public sealed class ExportRegister(PublishedRecords records, CurrentSpace here, TrameDb db)
{
    private static readonly Dictionary<OccasionKind, string> NotHeld = new() { [OccasionKind.Place] = "exports.left.places", [OccasionKind.Moment] = "exports.left.moments", [OccasionKind.Project] = "exports.left.projects" };

    /// <param name="address">Where the pages of the space are; null when nobody knows, and no link is written.</param>
    public ExportContext Context(string? address) => new($"trame-{here.Space.Slug}", here.Settings.Name, SpaceCalendar.Of(here.Settings), db.Now, address?.TrimEnd('/'));

    /// <param name="sent">Asked after each record: who sends to a browser waits there.</param>
    public async Task<ExportTally> Handle(OpenFormat format, Stream stream, ExportContext context, Func<ValueTask>? sent, CancellationToken stop)
    {
        var tally = new ExportTally();
        using (var file = format.Open(stream, context, tally))
        {
            await foreach (var record in records.Read(format.Kinds, format.CarriedFirst, stop))
            {
                file.Write(record);
                if (sent is not null) await sent();
            }
        }

        foreach (var (kind, count) in await records.Count(stop))
            if (!format.Kinds.Contains(kind)) tally.LeaveOut(NotHeld[kind], count);
        return tally;
    }
}
