using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Tables;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;
using GeoPoint = Trame.Foundation.Geo.GeoPoint; // Tables has one of its own, for cells

namespace Trame.Observe.Occasions;

/// <summary>Any result as a file for another tool, written while it is read: the memory it takes does not grow with the result.</summary>
public sealed class ExportOccasions(FindOccasions find, TrameDb db, CurrentSpace here, RegisterStamp stamp)
{
    private const int Most = 1_000_000;
    private const int MostEntries = 100;

    public async Task Csv(HttpContext context)
    {
        if (await HasIt(context)) return;
        var stop = context.RequestAborted;
        var communes = await Communes(stop);
        var outlet = Begin(context, "text/csv; charset=utf-8", "occasions.csv");
        using (var table = new TableWriter(outlet.Stream, ["id", "nature", "commune", .. OccasionField.All.Where(f => f.Key != "territory").Select(f => f.Key), "etat", "verifie_le", "source"]))
        {
            await foreach (var o in find.All(Query(context), Most, stop))
            {
                table.Write([$"{o.Id}", EnumWords.Write(o.Kind), communes.GetValueOrDefault(o.TerritoryId, ""),
                    .. OccasionField.All.Where(f => f.Key != "territory").Select(f => f.Kinds.Contains(o.Kind) ? f.Read(o) : ""),
                    EnumWords.Write(o.Status), o.VerifiedAt is { } at ? InstantPattern.ExtendedIso.Format(at) : "", o.Source]);
                await outlet.Send(stop);
            }
        }

        await outlet.SendAll(stop);
    }

    public async Task GeoJson(HttpContext context)
    {
        if (await HasIt(context)) return;
        var stop = context.RequestAborted;
        var communes = await Communes(stop);
        var outlet = Begin(context, "application/geo+json", "occasions.geojson");
        using (var features = new GeoJsonWriter(outlet.Stream))
        {
            await foreach (var o in find.All(Query(context), Most, stop))
            {
                List<KeyValuePair<string, object?>> said = [new("nature", EnumWords.Write(o.Kind)), new("type", o.Type), new("nom", o.Name), new("resume", o.Summary), new("commune", communes.GetValueOrDefault(o.TerritoryId, "")),
                    new("adresse", o.Address), new("horaires", o.Hours), new("cout", EnumWords.Write(o.Cost)), new("telephone", o.Phone), new("source", o.Source), new("lien", Link(context, o))];
                if (o is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.Of(longitude, latitude) is { } point) features.Write(point, said, $"{o.Id}");
                else features.Write(GeoFactory.Wgs84.CreatePoint(), said, $"{o.Id}");
                await outlet.Send(stop);
            }
        }

        await outlet.SendAll(stop);
    }

    public async Task Calendar(HttpContext context)
    {
        if (!await HasIt(context)) await Write(context, find.All(Query(context) with { Kinds = [OccasionKind.Moment] }, Most, context.RequestAborted), "occasions.ics");
    }

    public async Task One(string slug, HttpContext context)
    {
        var moments = db.Set<Occasion>().AsNoTracking().Where(o => o.Kind == OccasionKind.Moment && o.Status != OccasionStatus.Proposed);
        var moment = await moments.FirstOrDefaultAsync(o => o.Slug == slug, context.RequestAborted);
        if (moment?.MergedIntoId is { } kept) moment = await moments.FirstOrDefaultAsync(o => o.Id == kept, context.RequestAborted); // who follows the duplicate goes on with what was kept
        if (moment is null) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!await HasIt(context)) await Write(context, new[] { moment }.ToAsyncEnumerable(), $"{slug}.ics");
    }

    public async Task Atom(HttpContext context)
    {
        var query = Query(context) with { Sort = OccasionSort.Fresh, PageSize = MostEntries, Cursor = null };
        var result = await find.Handle(query, context.RequestAborted);
        var ids = result.Items.Select(i => i.Id).ToList();
        var entries = (await db.Set<Occasion>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(context.RequestAborted)).OrderByDescending(o => o.ChangedAt).ToList();
        var latest = entries.Count == 0 ? Instant.FromUnixTimeMilliseconds(0) : entries[0].ChangedAt;
        if (ConditionalGet.HasIt(context, $"{context.Request.QueryString} {CultureInfo.CurrentUICulture.Name} {string.Join(' ', entries.Select(e => $"{e.Id} {e.Version}"))}", latest)) return;
        var outlet = Begin(context, "application/atom+xml; charset=utf-8", null);
        using (var xml = XmlWriter.Create(outlet.Stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true }))
            AtomFeed.Write(xml, Texts.Get("find.feed.title", here.Settings.Name), Root(context), context.Request.QueryString.Value ?? "", latest, entries, o => Link(context, o));
        await outlet.SendAll(context.RequestAborted);
    }

    // What is open now changes without anything being saved: such a search has no mark.
    private async Task<bool> HasIt(HttpContext context) => !Query(context).Open.Contains(OpenWhen.Now) && await stamp.HasIt(context);

    private async Task Write(HttpContext context, IAsyncEnumerable<Occasion> moments, string file)
    {
        var calendar = SpaceCalendar.Of(here.Settings);
        var outlet = Begin(context, "text/calendar; charset=utf-8", file);
        var events = new ICalendarWriter(db.Now, calendar.Holidays, here.Settings.Name);
        await using (var writer = new StreamWriter(outlet.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            events.Begin(writer);
            await foreach (var moment in moments)
            {
                if (OccasionTimes.RuleOf(moment, calendar) is { } when) events.Add(writer, CalendarFile.EventOf(moment, when, Link(context, moment)));
                await outlet.Send(context.RequestAborted);
            }

            ICalendarWriter.End(writer);
        }

        await outlet.SendAll(context.RequestAborted);
    }

    private static OccasionQuery Query(HttpContext context) => OccasionQueryText.Read(context.Request.Query).Query with { Cursor = null };

    private static Outlet Begin(HttpContext context, string type, string? file)
    {
        context.Response.ContentType = type;
        if (file is not null) context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        return new Outlet(context.Response.Body);
    }

    private Task<Dictionary<Guid, string>> Communes(CancellationToken stop) => db.Set<Territory>().Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, stop);

    private static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    private static string Link(HttpContext context, Occasion o) => $"{Root(context)}/{OccasionShelf.Of(o.Kind)}/{o.Slug}";
}
