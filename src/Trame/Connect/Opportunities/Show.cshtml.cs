using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Moments;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Geo;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Connect.Opportunities;

/// <summary>One opportunity: what, when, where, for how many, why, what is missing, what it would change; and where it stands.</summary>
public sealed class ShowPage(TrameDb db, ReadOpportunities read, CommuneShapes shapes) : OpportunityPage(db, read)
{
    private const int DaysLookedBack = 92;
    private const int MostLacking = 3;

    public ChoroplethView? Map { get; private set; }

    /// <summary>Lived mixing at that place over three months, from what was declared at its moments; null when too few said.</summary>
    public double? Today { get; private set; }

    public (string Name, string Path)? Made { get; private set; }

    public int TimesHeld { get; private set; }

    /// <summary>Pieces that other ideas of this commune lack, the one that would unlock most first.</summary>
    public IReadOnlyList<OpportunityCard> Lacking { get; private set; } = [];

    public int Asked { get; private set; }

    public int Yes { get; private set; }

    public bool MayTellExpected => Opportunity.ExpectedMixing is not null && Opportunity.AgesSaid >= Here.Settings.SecrecyThreshold;

    /// <summary>« Ce qui la rendrait meilleure », most useful first.</summary>
    public IReadOnlyList<string> Better
    {
        get
        {
            List<string> said = [];
            if (Opportunity.Lacks is null && Card.Gives) said.Add(Texts.Get("opportunities.better.second"));
            if (!Opportunity.Useful) said.Add(Texts.Get("opportunities.better.useful"));
            if (Opportunity.SeatsLeft > 0 && Card.Receivers >= Card.Threshold) said.Add(Texts.CountOf("opportunities.better.seats", Opportunity.SeatsLeft));
            if (!Card.Kind.Reserved && Opportunity is { Mixing: 0, MomentId: null }) said.Add(Texts.Get("opportunities.better.ages"));
            if (Opportunity.WithinMetres >= 4000) said.Add(Texts.Get("opportunities.better.ride"));
            return said;
        }
    }

    public IReadOnlyList<StepView> Life
    {
        get
        {
            OpportunityStage[] path = [OpportunityStage.Idea, OpportunityStage.Proposed, OpportunityStage.Accepted, OpportunityStage.Trial, OpportunityStage.Held, Opportunity.Stage is OpportunityStage.Changed or OpportunityStage.Stopped or OpportunityStage.Declined ? Opportunity.Stage : OpportunityStage.Kept];
            var current = Array.IndexOf(path, Opportunity.Stage);
            return [.. path.Select((stage, i) => new StepView(Texts.Get($"opportunities.stage.{EnumWords.Write(stage)}"), i < current && (stage == OpportunityStage.Idea || Opportunity.Steps.Any(s => s.Stage == stage)) ? StepState.Done : i == current ? StepState.Current : StepState.ToCome,
                Opportunity.Steps.LastOrDefault(s => s.Stage == stage) is { } step ? Foundation.Text.PlainDates.PlainDay(Calendar.Local(step.At).Date, System.Globalization.CultureInfo.CurrentUICulture) : null))];
        }
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        var parts = await Db.Set<OpportunityPart>().AsNoTracking().Where(p => p.OpportunityId == Opportunity.Id).Select(p => new { p.Answer, Asked = p.AskedAt != null }).ToListAsync(stop);
        (Asked, Yes) = (parts.Count(p => p.Asked), parts.Count(p => p.Answer == PartAnswer.Yes));
        await ReadToday(stop);
        await ReadMade(stop);
        await Draw(stop);
        var (here, self) = (Opportunity.TerritoryId, Opportunity.Id);
        Lacking = await Reading.Of(await Db.Set<Opportunity>().AsNoTracking().Where(o => o.TerritoryId == here && o.Id != self && o.Stage == OpportunityStage.Idea && o.Lacks != null).OrderByDescending(o => o.Coverage).ThenBy(o => o.Id).Take(MostLacking).ToListAsync(stop), stop);
        return Page();
    }

    private async Task ReadToday(CancellationToken stop)
    {
        var since = Db.Now - Duration.FromDays(DaysLookedBack);
        var (lat, lon, place, moment) = (Opportunity.Latitude, Opportunity.Longitude, Opportunity.PlaceId, Opportunity.MomentId);
        var moments = await Db.Set<Moment>().Where(m => m.Id == moment || (place != null && m.PlaceId == place) || (m.Latitude == lat && m.Longitude == lon)).Select(m => (Guid?)m.Id).Take(20).ToListAsync(stop);
        if (moments.Count == 0) return;
        var told = await Db.Set<Fact>().AsNoTracking().Where(f => f.Kind == "moment.held" && moments.Contains(f.SubjectId) && f.At > since && !Db.Set<Fact>().Any(c => c.Corrects == f.Id)).Take(200).ToListAsync(stop);
        var ages = told.SelectMany(f => f.Marginals.Where(m => m.Dimension == "age")).GroupBy(m => m.Value).Select(g => g.Sum(m => m.Count)).ToList();
        if (ages.Sum() >= Here.Settings.SecrecyThreshold) Today = Engines.Mixing.MixingPotential.Of(ages, ages).Potential?.Observed;
    }

    private async Task ReadMade(CancellationToken stop)
    {
        if (Opportunity.MadeId is not { } made || await Db.Set<Occasion>().AsNoTracking().Where(o => o.Id == made).Select(o => new { o.Name, o.Slug }).FirstOrDefaultAsync(stop) is not { } moment) return;
        Made = (moment.Name, $"{Request.PathBase}/moments/{moment.Slug}");
        TimesHeld = await Db.Set<Fact>().CountAsync(f => f.SubjectId == made && f.Kind == "moment.held" && !Db.Set<Fact>().Any(c => c.Corrects == f.Id), stop);
    }

    // The place as a point; who would come by commune only, and only where they are as many as the threshold (R5).
    private async Task Draw(CancellationToken stop)
    {
        var drawn = await shapes.Handle(stop);
        if (drawn.Count == 0) return;
        var from = await Db.Set<OpportunityPart>().Where(p => p.OpportunityId == Opportunity.Id && !p.Gives && p.NeedId != null).Join(Db.Set<Need>(), p => p.NeedId, n => n.Id, (p, n) => n.TerritoryId)
            .Join(Db.Set<Territory>().IgnoreAutoIncludes(), t => t, t => t.Id, (_, t) => t.Slug).GroupBy(s => s).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var sheet = SvgMap.Draw(drawn, [new MapPoint("lieu", Card.Place, new GeoPoint(Opportunity.Longitude, Opportunity.Latitude))], new SvgFrame(420, 300, 8, 22));
        var threshold = Here.Settings.SecrecyThreshold;
        Map = new ChoroplethView("carte-idee", Texts.Get("opportunities.map"), Texts.Get("opportunities.map.description", Card.Place, Card.Commune), sheet.Width, sheet.Height,
            [.. sheet.Shapes.Where(s => s.Path.Length > 0).Select(s => new ChoroplethView.Area(s.Id, s.Label, s.Path, from.GetValueOrDefault(s.Id) >= threshold ? "2" : "0", from.GetValueOrDefault(s.Id) is var n && n >= threshold ? Texts.CountOf("opportunities.people", n) : "", $"{Request.PathBase}/territoires/{s.Id}"))])
        {
            Points = [.. sheet.Points.Select(p => new ChoroplethView.Point(p.X, p.Y, 1))],
            PointLegend = Card.Place,
            Note = Texts.Get("opportunities.map.note", threshold),
        };
    }
}
