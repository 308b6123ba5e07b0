using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Observe.Home;

/// <summary>« Moulins Communauté, cette semaine »: what is open, what is missing, what comes next.</summary>
public sealed class IndexModel(ObserveTerritory observe, SpaceMap map, FindDebates debates, TrameDb db) : TramePage
{
    private const int Upcoming = 12;

    public sealed record Soon(string Href, string Name, string Day, string Time, string Where, string Type);

    public TerritoryView View { get; private set; } = null!;
    public MapMeasure Measure { get; private set; } = null!;
    public ChoroplethView? Map { get; private set; }
    public IReadOnlyList<CommuneView> Farthest { get; private set; } = [];
    public IReadOnlyList<Soon> Next { get; private set; } = [];

    /// <summary>Debates whose promised answer has not come: shown to everyone, first.</summary>
    public IReadOnlyList<DebateLine> Late { get; private set; } = [];

    public IReadOnlyList<LinkView> Measures => [.. MapMeasure.All.Select(m => new LinkView(Texts.Get($"home.map.{m.Key}.short"), $"?carte={m.Key}#carte", m == Measure))];
    public IReadOnlyList<KeyFigureView> Figures => HomeFigures.Of(View, Request.PathBase);
    public WeekHeatView Hours => WeekHeat.Of(View.Hours.Reference);

    public async Task<IActionResult> OnGetAsync(string? carte, CancellationToken stop)
    {
        View = await observe.Handle(stop);
        Measure = MapMeasure.Named(carte);
        Map = await map.Handle(stop) is { } sheet ? HomeMap.Of(sheet, Measure, View.Communes, Measure.Values(View.Communes, Here.Settings), Request.PathBase) : null;
        Farthest = [.. View.Deserts.Take(5)];
        Next = await Soonest(stop);
        Late = await debates.Late(stop);
        return Page();
    }

    public string When(Instant at) => SpaceCalendar.Of(Here.Settings).Local(at).PlainMoment(CultureInfo.CurrentCulture);

    private async Task<IReadOnlyList<Soon>> Soonest(CancellationToken stop)
    {
        var rows = await db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.Kind == OccasionKind.Moment && o.NextAt > db.Now)
            .OrderBy(o => o.NextAt).ThenBy(o => o.SortName).ThenBy(o => o.Id).Take(Upcoming).Select(o => new { o.Slug, o.Name, o.NextAt, o.StartsAt, o.TerritoryId, o.Type }).ToListAsync(stop);
        var where = rows.Select(r => r.TerritoryId).ToHashSet();
        var names = View.Communes.Where(c => where.Contains(c.Id)).ToDictionary(c => c.Id, c => c.Name);
        var (calendar, culture) = (SpaceCalendar.Of(Here.Settings), CultureInfo.CurrentCulture);
        var today = calendar.Today(db.Now);
        return [.. from row in rows
                   let at = calendar.Local(row.NextAt!.Value)
                   select new Soon($"{Request.PathBase}/moments/{row.Slug}", row.Name, at.Date.PlainDay(today, culture), row.StartsAt is null ? "" : at.TimeOfDay.PlainTime(culture), names.GetValueOrDefault(row.TerritoryId, ""), row.Type)];
    }
}
