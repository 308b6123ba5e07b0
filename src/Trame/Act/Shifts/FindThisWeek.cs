using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.CitizenDays;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Act.Shifts;

/// <summary>What somebody could do near them this week, with the time they have: lend a hand, come to what happens, join a citizen day, give something to a project. Nobody is asked who they are.</summary>
public sealed class FindThisWeek(TrameDb db, CurrentSpace here, FindTerritories find, FindShifts shifts)
{
    public const int Days = 7;
    private const double OnFoot = 3_000; // metres: an hour there and back
    private const double Around = 15_000;
    private const int MostRead = 400;
    private const int MostShown = 60;

    private static readonly string[] ForChildren = ["everyone", "children", "parents"];

    public async Task<IReadOnlyList<WeekIdea>> Handle(WeekQuestion question, CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(here.Settings);
        var now = calendar.Local(db.Now);
        var tree = await find.Tree(stop);
        var from = tree.BySlug(question.Commune);
        var ideas = new List<(WeekIdea Idea, Occasion? Of)>();
        ideas.AddRange(await Shifts(now, tree, from, stop));
        ideas.AddRange(await Moments(calendar, now, tree, from, stop));
        ideas.AddRange(await CitizenDays(now, tree, from, stop));
        ideas.AddRange(await Wants(tree, from, stop));
        return [.. ideas.Where(i => Fits(question, from, i.Idea, i.Of)).Select(i => i.Idea).OrderBy(i => i.When is null).ThenBy(i => i.When).ThenBy(i => i.Metres ?? double.MaxValue).ThenBy(i => i.Name, StringComparer.Ordinal).Take(MostShown)];
    }

    private static bool Fits(WeekQuestion question, TerritoryNode? from, WeekIdea idea, Occasion? of)
    {
        if (question.Minutes is { } most && idea.Minutes > most) return false;
        if (question.WithChild && !idea.WithChildren) return false;
        if (question.Sitting && of is not null && idea.Act != "lend" && !of.Access.Contains("seating")) return false;
        if (from is not null && of is not null && of.TerritoryId != from.Id && idea.Metres is null or > Around) return false;
        return !question.NoCar || idea.Metres <= OnFoot || (of is not null && (of.TerritoryId == from?.Id || of.NearestStop.Length > 0));
    }

    private async Task<IEnumerable<(WeekIdea, Occasion?)>> Shifts(LocalDateTime now, TerritoryTree tree, TerritoryNode? from, CancellationToken stop)
    {
        var open = (await shifts.Between(now.Date, now.Date.PlusDays(Days - 1), MostRead, stop)).Where(s => s.Free > 0 && s.Start > now).ToList();
        var ids = open.Select(s => s.OccasionId).Distinct().ToList();
        var of = await db.Set<Occasion>().AsNoTracking().Where(o => ids.Contains(o.Id) && o.Status == OccasionStatus.Open).ToDictionaryAsync(o => o.Id, stop);
        return open.Where(s => of.ContainsKey(s.OccasionId)).Select(s => (s, o: of[s.OccasionId])).Select(x =>
            (new WeekIdea("lend", x.s.Name, x.s.What.Length > 0 ? $"{x.o.Name}. {x.s.What}" : x.o.Name, $"/creneaux/{x.s.Id}", x.s.Start, x.s.Minutes, Where(x.o, tree), Metres(from, x.o), x.s.Free, x.s.WithChildren), (Occasion?)x.o));
    }

    private async Task<IEnumerable<(WeekIdea, Occasion?)>> Moments(SpaceCalendar calendar, LocalDateTime now, TerritoryTree tree, TerritoryNode? from, CancellationToken stop)
    {
        var (since, until) = (db.Now, calendar.StartOf(now.Date.PlusDays(Days)));
        var coming = db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.Kind == OccasionKind.Moment && o.NextAt >= since && o.NextAt < until);
        if (from is { Latitude: { } latitude, Longitude: { } longitude })
        {
            var box = GeoBox.Around(new(longitude, latitude), Around);
            coming = coming.Where(o => o.TerritoryId == from.Id || (o.Latitude >= box.South && o.Latitude <= box.North && o.Longitude >= box.West && o.Longitude <= box.East));
        }

        return (await coming.OrderBy(o => o.NextAt).ThenBy(o => o.SortName).Take(MostRead).ToListAsync(stop)).Select(o => (o, at: calendar.Local(o.NextAt!.Value))).Select(x =>
            (new WeekIdea("come", x.o.Name, x.o.Summary, OccasionShelf.Path(x.o), x.o.StartsAt is null ? x.at.Date.AtMidnight() : x.at, x.o.DurationMinutes, Where(x.o, tree), Metres(from, x.o), null, x.o.Audiences.Intersect(ForChildren).Any()), (Occasion?)x.o));
    }

    private async Task<IEnumerable<(WeekIdea, Occasion?)>> CitizenDays(LocalDateTime now, TerritoryTree tree, TerritoryNode? from, CancellationToken stop)
    {
        var (first, last) = (now.Date, now.Date.PlusDays(Days - 1));
        var days = await db.Set<CitizenDay>().AsNoTracking().Where(d => d.IsOpen && d.Day >= first && d.Day <= last).ToListAsync(stop);
        return days.Where(d => from is null || d.TerritoryId == from.Id).Select(d =>
            (new WeekIdea("sign-up", d.Name, d.About.Lead, $"/journee-citoyenne/{d.Slug}", d.Day.At(d.StartsAt), (int)Period.Between(d.StartsAt, d.EndsAt, PeriodUnits.Minutes).Minutes, d.About.MeetingPoint.Length > 0 ? d.About.MeetingPoint : tree.Find(d.TerritoryId)?.Name ?? "", from is null ? null : 0, null, d.About.Children.Length > 0), (Occasion?)null));
    }

    private async Task<IEnumerable<(WeekIdea, Occasion?)>> Wants(TerritoryTree tree, TerritoryNode? from, CancellationToken stop)
    {
        var wanted = from want in db.Set<Want>().AsNoTracking()
                     join project in db.Set<Occasion>() on want.ProjectId equals project.Id
                     where !want.Removed && want.Pledged < want.Quantity && (want.Kind == WantKind.Hands || want.Kind == WantKind.Skill) && project.Status == OccasionStatus.Open && project.MergedIntoId == null
                     select new { want, project };
        if (from is not null) wanted = wanted.Where(w => w.project.TerritoryId == from.Id);
        return (await wanted.OrderByDescending(w => w.want.Quantity - w.want.Pledged).ThenBy(w => w.want.Id).Take(20).ToListAsync(stop)).Select(w =>
            (new WeekIdea("join", w.want.What, w.project.Name, $"/projets/{w.project.Slug}/participer", null, null, Where(w.project, tree), Metres(from, w.project), (int)Math.Min(w.want.Missing, int.MaxValue), w.project.Audiences.Intersect(ForChildren).Any()), (Occasion?)w.project));
    }

    private static string Where(Occasion o, TerritoryTree tree) => string.Join(", ", new[] { o.Address, tree.Find(o.TerritoryId)?.Name ?? "" }.Where(p => p.Length > 0));

    private static double? Metres(TerritoryNode? from, Occasion o) =>
        from is { Latitude: { } south, Longitude: { } west } && o is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.Of(west, south) is { } a && GeoPoint.Of(longitude, latitude) is { } b ? GeoDistance.Metres(a, b) : null;
}
