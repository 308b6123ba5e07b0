using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Commons;
using Trame.Act.Projects;
using Trame.Act.Shifts;
using Trame.Connect.SharedPlaces;
using Trame.Cooperate.Agreements;
using Trame.Deliberate.Budgets;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Sources;
using Trame.Registers.Territories;

using BudgetLine = Trame.Deliberate.Budgets.BudgetLine;

namespace Trame.Observe.Occasions;

/// <summary>One occasion: what, where, when, for whom, how much, how to come, whom to call, is it still true.</summary>
public class ShowModel(TrameDb db, CurrentSpace here, CommuneShapes communes, Shell shell, FindWants wants, FindTies ties, FindContracts contracts, FindDebates debates, FindShifts shifts, FindBudgets budgets) : TramePage
{
    private const int TimesShown = 6;
    private const int StepsRead = 60;
    private IReadOnlyList<MapShape> _around = [];

    public Occasion Item { get; private set; } = null!; // set by OnGet before the page is written
    public Territory Commune { get; private set; } = null!;
    public Organisation? Carrier { get; private set; }
    public SpaceCalendar Calendar { get; } = SpaceCalendar.Of(here.Settings);
    public OccasionWords Words { get; } = new(SpaceCalendar.Of(here.Settings), db.Now, here.Settings.FreshMonths, CultureInfo.CurrentUICulture);
    public OpeningHours? Hours { get; private set; }
    public IReadOnlyList<OccasionTime> Times { get; private set; } = [];
    public IReadOnlyList<SaidField> Fields { get; private set; } = [];

    /// <summary>What only a project has to tell.</summary>
    public ProjectLife? Life { get; private set; }

    /// <summary>Projects tied to this, or what this project is tied to.</summary>
    public IReadOnlyList<ProjectTie> Ties { get; private set; } = [];

    /// <summary>What two sides promised each other about this project.</summary>
    public IReadOnlyList<ContractLine> Contracts { get; private set; } = [];

    /// <summary>Participatory budgets it comes from.</summary>
    public IReadOnlyList<BudgetLine> Budgets { get; private set; } = [];

    /// <summary>Debates about it.</summary>
    public IReadOnlyList<DebateLine> Debates { get; private set; } = [];

    /// <summary>When hands are wanted here.</summary>
    public IReadOnlyList<Shift> Shifts { get; private set; } = [];

    public bool IsCommons { get; private set; }

    public bool MayKeepCommons => Item is not { Kind: OccasionKind.Moment } && Item.Status == OccasionStatus.Open && Rights.May(Actor, CommonsActs.Keep, Item);

    public bool MayRunShifts => Item.Status == OccasionStatus.Open && Rights.May(Actor, ShiftActs.Run, Item);

    /// <summary>Sources that named it and no longer do, and since when.</summary>
    public IReadOnlyList<(string Source, string Day)> Vanished { get; private set; } = [];

    /// <summary>Something can be booked there, or its hosts may say what.</summary>
    public bool IsShared { get; private set; }

    public bool MayContract => Item is Project && MaySomewhere(AgreementActs.Draft);

    public ProjectStage? Stage => (Item as Project)?.StageOn(Words.Today);

    public bool MayAdvance => Item is Project && Rights.May(Actor, ProjectActs.Advance, Item);

    public string StatusText =>
        Item is { Status: OccasionStatus.Over, Recurrence: "", StartsOn: { } day } ? Texts.Get("find.show.over-on", (Item.EndsOn ?? day).PlainDay(CultureInfo.CurrentUICulture))
        : Stage is { } stage ? Texts.Get($"occasions.stage.{EnumWords.Write(stage)}")
        : Texts.Get($"occasions.status.{EnumWords.Write(Item.Status)}");

    public string Path => $"{Request.PathBase}/{OccasionShelf.Of(Item.Kind)}/{Item.Slug}";

    public string Link => $"{Request.Scheme}://{Request.Host}{Path}";

    /// <summary>The communes where a round stops, by name.</summary>
    public IReadOnlyList<string> StopsIn { get; private set; } = [];

    /// <summary>The address; of a round, the communes where it stops.</summary>
    public string Address => StopsIn.Count > 0 ? Texts.Get("find.stops-in", string.Join(", ", StopsIn)) : string.Join(", ", new[] { Item.Address, $"{Item.PostalCode} {Commune.Name}".Trim() }.Where(p => p.Length > 0));

    public bool IsFresh => Words.IsFresh(Item.VerifiedAt, Item.SourceAt);

    public bool MayDescribe => Rights.May(Actor, OccasionActs.Describe, Item);

    public bool MayClose => Item is not Project && Rights.May(Actor, OccasionActs.Close, Item);

    public string TelHref => PhoneLink.Of(Item.Phone);

    public async Task<IActionResult> OnGet(string shelf, string slug, CancellationToken stop)
    {
        var kind = shelf switch { "lieux" => OccasionKind.Place, "moments" => OccasionKind.Moment, _ => OccasionKind.Project };
        var found = await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Kind == kind && o.Slug == slug, stop);
        if (found is null || found.Status == OccasionStatus.Proposed) return NotFound();
        if (found.MergedIntoId is { } other)
        {
            // Not for ever: a merge can be undone.
            var stays = await db.Set<Occasion>().Where(o => o.Id == other).Select(o => new { o.Kind, o.Slug }).FirstAsync(stop);
            return Redirect($"{Request.PathBase}/{OccasionShelf.Of(stays.Kind)}/{stays.Slug}");
        }

        Item = found;
        // One question for where it stands, who carries it, and what else there may be to read of it.
        var today = Words.Today;
        var beside = await (from commune in db.Set<Territory>().IgnoreAutoIncludes().AsNoTracking().Where(t => t.Id == found.TerritoryId)
                            from carrier in db.Set<Organisation>().Where(o => o.Id == found.OrganisationId).DefaultIfEmpty()
                            select new
                            {
                                Commune = commune, Carrier = carrier, IsCommons = db.Set<CommonGood>().Any(g => g.OccasionId == found.Id), HasShifts = db.Set<Shift>().Any(s => s.OccasionId == found.Id && s.Day >= today),
                                WasVoted = db.Set<ProjectFile>().Any(f => f.OccasionId == found.Id),
                            }).FirstAsync(stop);
        (Commune, Carrier, IsCommons) = (beside.Commune, beside.Carrier, beside.IsCommons);
        if (found.Stops.Count > 0)
            StopsIn = await db.Set<OccasionStop>().Where(s => s.OccasionId == found.Id).Join(db.Set<Territory>(), s => s.TerritoryId, t => t.Id, (s, t) => t).OrderBy(t => t.Slug).Select(t => t.Name).ToListAsync(stop);
        shell.Near = found is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null;
        _around = await communes.Handle(stop);
        Hours = found.Hours.Length > 0 && OpeningHours.Parse(found.Hours) is { Ok: true } parsed ? parsed.Value : null;
        Times = [.. OccasionTimes.Between(found, Calendar, Words.Today, Words.Today.PlusYears(1), TimesShown + 1).Where(t => t.EndsAt > db.Now).Take(TimesShown)];
        Fields = [.. OccasionField.For(found.Kind).Select(Said).Where(f => f.Value.Length > 0 || f.Others.Count > 0)];
        if (found.Kind == OccasionKind.Place)
            Vanished = [.. (await db.Set<SourcePlace>().AsNoTracking().Where(s => s.PlaceId == found.Id && s.VanishedAt != null).OrderBy(s => s.Source).ToListAsync(stop)).Select(s => (s.Source, Calendar.Today(s.VanishedAt!.Value).PlainDay(CultureInfo.CurrentUICulture)))];
        Ties = await ties.Of(found.Id, stop);
        if (found is Project) Contracts = await contracts.About(found.Id, stop);
        Debates = await debates.About(found.Id, stop);
        if (beside.WasVoted) Budgets = await budgets.Of(found.Id, stop);
        if (beside.HasShifts) Shifts = await shifts.Of(found.Id, TimesShown, stop);
        IsShared = found.Kind == OccasionKind.Place && (Rights.May(Actor, SharedPlaceActs.Host, found) || await db.Set<SharedSpace>().AnyAsync(s => s.PlaceId == found.Id && !s.Retired, stop));
        if (found is Project project)
            Life = new ProjectLife(project, Words.Today, [.. (await wants.Of([project.Id], stop))[project.Id]], await ReadSteps(project.Id, stop), Ties, Path, Dates, Rights.May(Actor, ProjectActs.Run, project));
        return Page();
    }

    // The journal says what and when, never why; the history of the record says why.
    private async Task<IReadOnlyList<HistoryEntry>> ReadSteps(Guid project, CancellationToken stop)
    {
        var kinds = ProjectFacts.Steps.Select(k => k.Key).ToList();
        var facts = await (from fact in db.Set<Fact>().AsNoTracking()
                           where fact.SubjectId == project && kinds.Contains(fact.Kind)
                           orderby fact.At descending, fact.Id descending
                           select new { fact.At, fact.Kind, Why = db.Set<Revision>().Where(r => r.SubjectId == project && r.At == fact.RecordedAt).OrderByDescending(r => r.Version).Select(r => r.Reason).FirstOrDefault() })
            .Take(StepsRead).ToListAsync(stop);
        return [.. facts.Select(f => new HistoryEntry(Calendar.Local(f.At).Date.PlainDay(CultureInfo.CurrentUICulture), $"{f.At}", Texts.Get($"projects.fact.{f.Kind}"),
            Why: f.Why, Tie: f.Kind == ProjectFacts.Done.Key || f.Kind == ProjectFacts.Contracted.Key))];
    }

    /// <summary>When, in a sentence: « ouvert jusqu'à 18 h », « jeudi 26 novembre à 12 h »; null when nobody knows.</summary>
    public string? When => Item.Kind switch
    {
        OccasionKind.Place => Words.OpenToday(Item.Hours),
        OccasionKind.Moment => Item.NextAt is not { } at ? null : Item is { Recurrence: "", StartsOn: { } first, EndsOn: { } last } && last > first ? Dates : Words.Moment(at, Item.StartsAt is not null),
        _ => Dates,
    };

    public string? Dates => (Item.StartsOn, Item.EndsOn) switch
    {
        ({ } from, { } to) => Texts.Get("find.show.from-to", from.PlainDay(CultureInfo.CurrentUICulture), to.PlainDay(CultureInfo.CurrentUICulture)),
        ({ } from, null) => Texts.Get("find.show.since", from.PlainDay(CultureInfo.CurrentUICulture)),
        (null, { } to) => Texts.Get("find.show.until", to.PlainDay(CultureInfo.CurrentUICulture)),
        _ => null,
    };

    /// <summary>« Tous les jeudis à 12 h », for a moment that comes back.</summary>
    public string? Rhythm => Item.Recurrence.Length > 0 && OccasionTimes.RuleOf(Item, Calendar) is { } rule ? RecurrenceText.Describe(rule, CultureInfo.CurrentUICulture) : null;

    /// <summary>Today and the six days after, closures and holidays included.</summary>
    public IEnumerable<(LocalDate Day, string Said)> Week()
    {
        if (Hours is null) yield break;
        for (var day = Words.Today; day < Words.Today.PlusDays(7); day = day.PlusDays(1))
        {
            var open = Hours.IntervalsOn(day, Calendar.Holidays);
            var said = open.Count == 0 ? Texts.Get("find.show.closed-day") : string.Join(", ", open.Select(i => i.State == OpenState.Open
                ? $"{Hour(i.Start.TimeOfDay)}\u00A0–\u00A0{(i.EndsLater ? "…" : i.End.TimeOfDay == LocalTime.Midnight ? Texts.Get("find.when.midnight") : Hour(i.End.TimeOfDay))}"
                : i.Comment ?? Texts.Get("find.when.ask")));
            yield return (day, Calendar.Holidays.PublicHolidayOn(day) is { } holiday ? $"{said} ({holiday.Name(CultureInfo.CurrentUICulture)})" : said);
        }
    }

    public static string Said(Stop stop) => OpeningHours.Parse(stop.Hours) is { Ok: true, Value: { } round } ? HoursText.Describe(round, CultureInfo.CurrentUICulture) : stop.Hours;

    /// <summary>A small drawing of where it stands in its commune.</summary>
    public ChoroplethView? Map()
    {
        if (Item is not { Latitude: { } latitude, Longitude: { } longitude } || GeoPoint.Of(longitude, latitude) is not { } at) return null;
        List<MapPoint> stops = [.. Item.Stops.Where(s => s is { Latitude: not null, Longitude: not null }).Select(s => new MapPoint(s.Name, s.Name, new GeoPoint(s.Longitude!.Value, s.Latitude!.Value)))];
        var isRound = stops.Count > 0;
        var sheet = SvgMap.Draw(isRound ? _around : Neighbourhood(), isRound ? stops : [new MapPoint(Item.Slug, Item.Name, at)], new SvgFrame(420, 260, 14, 13));
        if (sheet.Shapes.Count == 0) return null; // a point on nothing shows nothing
        return new ChoroplethView("carte-fiche", Texts.Get("find.show.map", Item.Name), Texts.Get("find.show.map.description", Item.Name, Address), sheet.Width, sheet.Height,
            [.. sheet.Shapes.Where(s => s.Path.Length > 0).Select(s => new ChoroplethView.Area(s.Id, s.Label, s.Path, !isRound && s.Id == Commune.Slug ? "2" : "0", !isRound && s.Id == Commune.Slug ? Item.Name : ""))])
        {
            Points = [.. sheet.Points.Select(p => new ChoroplethView.Point(p.X, p.Y, 1))],
            Note = sheet.HasApproximateShapes ? Texts.Get("find.map.approximate") : null,
        };
    }

    // Its commune and those around: on the whole space, a point would say nothing to the eye.
    private List<MapShape> Neighbourhood()
    {
        if (_around.FirstOrDefault(s => s.Id == Commune.Slug) is not { } mine) return [.. _around];
        var near = mine.Shape.EnvelopeInternal.Copy();
        near.ExpandBy(near.Width / 4, near.Height / 4);
        return [.. _around.Where(s => s.Shape.EnvelopeInternal.Intersects(near))];
    }

    public IEnumerable<string> Said(string list, IEnumerable<string> codes) => codes.Select(c => Texts.Get($"occasions.{list}.{c}"));

    private SaidField Said(OccasionField field) => new(Texts.Get($"occasions.field.{field.Key}"), Say(field, field.Read(Item)), Item.ShownSource(field),
        Calendar.Today(Item.ShownAt(field)).PlainDay(CultureInfo.CurrentUICulture),
        [.. Item.Disagreements(field).Select(d => (Say(field, d.Value), d.Source, Calendar.Today(d.At).PlainDay(CultureInfo.CurrentUICulture)))]);

    // What this page knows better than the field alone.
    private string Say(OccasionField field, string value) => field.Shape switch
    {
        _ when value.Length == 0 => "",
        FieldShape.Recurrence => Rhythm ?? value,
        FieldShape.Territory => value == $"{Commune.Id}" ? Commune.Name : Texts.Get("find.show.other-territory"),
        FieldShape.Organisation => value == $"{Carrier?.Id}" ? Carrier!.Name : Texts.Get("find.show.other-organisation"),
        FieldShape.Stops => Texts.CountOf("find.show.stops", Item.Stops.Count),
        _ => FieldWords.Say(field, value),
    };

    private static string Hour(LocalTime time) => time.PlainTime(CultureInfo.CurrentUICulture);
}
