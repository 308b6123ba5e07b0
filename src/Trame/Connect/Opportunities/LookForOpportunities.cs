using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Engines.Mixing;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Connect.Opportunities;

/// <summary>
/// Looks for opportunities over a whole space: every night, or when the coordinator asks. The same idea keeps its key and its page; one that was declined comes back only if something changed;
/// one that humans took up is left to them. Nobody is asked anything here (R1).
/// </summary>
public sealed class LookForOpportunities(Rights rights, TimeProvider clock)
{
    private const ulong Seed = 1;
    private const int MissingLooked = 40;
    private const int MostOfOneKind = 3;
    private const int RoundedMetres = 500;

    public async Task<Outcome> Handle(TrameDb db, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpportunityActs.Look)) return Refusal.NotAllowed;
        var started = clock.GetTimestamp();
        var dials = await OpportunityDials.Of(db, stop);
        var week = new TerritoryWeek(db, dials);
        var problem = await week.Read(stop);
        var plan = await Task.Run(() => OpportunitySolver.Solve(problem, new OpportunityOptions(Seed, Missing: MissingLooked), stop), stop);
        var ideas = Short(Ideas(week, problem, plan), dials.Ideas);
        var kept = await Keep(db, ideas, week.Kinds, stop);
        var look = new LastLook(db.Now, problem.Needs.Count, problem.Resources.Count, problem.Places.Count, problem.Moments.Count, plan.Candidates, plan.Value, plan.Bound, plan.Proved, kept, clock.GetElapsedTime(started).TotalSeconds);
        await look.Write(db, stop);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private static IEnumerable<Found> Ideas(TerritoryWeek week, OpportunityProblem problem, OpportunityPlan plan)
    {
        foreach (var b in plan.Bundles)
        {
            var venue = b.Place >= 0 ? problem.Places[b.Place].Spot : problem.Moments[b.Moment].Spot;
            var seats = b.Place >= 0 ? Math.Min(problem.Kinds[b.Kind].Most, problem.Places[b.Place].Seats) : problem.Moments[b.Moment].FreeSeats;
            yield return Of(week, problem, b.Place, b.Moment, venue, b.Kind, b.Start, b.Hours, null, 0, null, b.Parts, seats - b.Receivers.Count, b.Receivers, b.Minutes, [b.Giver, b.Equipment], b.GiverMinutes);
        }

        foreach (var m in plan.Missing)
            yield return Of(week, problem, m.Place, -1, m.Spot, m.Kind, m.Start, problem.Kinds[m.Kind].Hours, m.Lacks, m.Lacking, m.Equipment, new BundleParts(m.Unlocks, 0, 0, 0), 0, m.Needs, [.. m.Needs.Select(n => Minutes(problem, n, m.Spot))], [m.Giver, -1], 0);
    }

    private static Found Of(TerritoryWeek week, OpportunityProblem problem, int place, int moment, GeoSpot spot, int kind, int start, int hours, LackingPiece? lacks, int lacking, string? equipment, BundleParts parts, int seatsLeft,
        IReadOnlyList<int> receivers, IReadOnlyList<double> minutes, int[] givers, double giverMinutes)
    {
        var gives = givers.Where(g => g >= 0).Distinct().Select(g => week.ResourceOf[g]).ToList();
        var (placeId, premisesId, at) = place >= 0 ? week.PlaceOf[place] : (null, null, Guid.Empty);
        Guid? momentId = moment >= 0 ? week.MomentOf[moment].MomentId : null;
        if (place < 0) at = moment >= 0 ? week.MomentOf[moment].TerritoryId : gives.Count > 0 ? gives[0].TerritoryId : week.NeedOf[receivers[0]].TerritoryId;
        var said = receivers.Select(n => week.NeedOf[n].Age).Where(a => a.Length > 0).ToList();
        var venue = placeId is { } p ? $"place {p:N}" : premisesId is { } r ? $"premises {r:N}" : momentId is { } m ? $"moment {m:N}" : $"near {at:N}";
        var metres = receivers.Count == 0 ? 0 : receivers.Max(n => problem.Needs[n].Spot.MetresTo(spot));
        return new(venue, week.Kinds[kind].Key, at, placeId, momentId, premisesId, spot.Latitude, spot.Longitude, start, hours, lacks, lacking, equipment, parts.Coverage, parts.Mixing, parts.Distance, parts.Effort,
            Math.Max(0, seatsLeft), (int)(Math.Ceiling(Math.Max(1, metres) / RoundedMetres) * RoundedMetres), receivers.Any(n => week.NeedOf[n].TerritoryId == at), place >= 0 || moment >= 0 || gives.Any(g => g.TerritoryId == at), week.Kinds[kind].Useful,
            week.Kinds[kind].Reserved ? null : Differ(said), said.Count, [.. gives.Select(g => new Found.Entry(g.NeedId, g.ResourceId, giverMinutes))], [.. receivers.Select((n, i) => new Found.Entry(week.NeedOf[n].NeedId, week.NeedOf[n].ResourceId, minutes[i]))]);
    }

    private static double Minutes(OpportunityProblem problem, int need, GeoSpot spot) => problem.Travel.Minutes(problem.Needs[need].Spot, problem.Needs[need].Area, spot, null, problem.Needs[need].Mode);

    /// <summary>Chance that two of them, drawn at random, said different bands: 1 − Σ pairs of the same / all pairs.</summary>
    internal static double? Differ(IReadOnlyCollection<string> said) =>
        MixingPotential.Of([.. said.GroupBy(a => a).Select(g => g.Count())], [.. said.GroupBy(a => a).Select(g => g.Count())]).Potential?.Observed;

    // A short list: the most is done first; no kind nor place takes it all; what is missing in a commune is said once for each kind.
    private static List<Found> Short(IEnumerable<Found> all, int most)
    {
        var (kinds, venues) = (new Dictionary<string, int>(), new HashSet<string>());
        List<Found> kept = [], rest = [];
        foreach (var idea in all.OrderByDescending(i => i.NeedHere && i.ResourceHere && i.Useful).ThenByDescending(i => i.Value).ThenBy(KeyOf, StringComparer.Ordinal))
        {
            if (kinds.GetValueOrDefault(idea.Kind) < MostOfOneKind && venues.Add(idea.Lacks is null ? $"{idea.Venue} {idea.Kind}" : $"{idea.TerritoryId} {idea.Kind}"))
            {
                kinds[idea.Kind] = kinds.GetValueOrDefault(idea.Kind) + 1;
                kept.Add(idea);
            }
            else rest.Add(idea);
        }

        return [.. kept.Concat(rest).DistinctBy(KeyOf).Take(most * 2)]; // some were declined: the others take their place
    }

    private static async Task<int> Keep(TrameDb db, IReadOnlyList<Found> ideas, IReadOnlyList<HelpKind> kinds, CancellationToken stop)
    {
        var most = (await OpportunityDials.Of(db, stop)).Ideas;
        var known = (await db.Set<Opportunity>().ToListAsync(stop)).ToDictionary(o => o.Key);
        var parts = (await db.Set<OpportunityPart>().Where(p => db.Set<Opportunity>().Any(o => o.Id == p.OpportunityId && (o.Stage == OpportunityStage.Idea || o.Stage == OpportunityStage.Declined || o.Stage == OpportunityStage.Stopped))).ToListAsync(stop)).ToLookup(p => p.OpportunityId);
        var over = known.Values.Where(o => o.IsOver).ToLookup(o => (Venue(o), o.Kind));
        var seen = new HashSet<Guid>();
        foreach (var idea in ideas.Where(i => !over[(i.Venue, i.Kind)].Any(o => o.IsUnchanged([.. i.Givers.Select(g => g.Id)], [.. i.Receivers.Select(r => r.Id)]))))
        {
            if (seen.Count == most) break;
            var key = KeyOf(idea);
            if (known.TryGetValue(key, out var opportunity))
            {
                if (opportunity.IsActive) continue;
                opportunity.Refresh(idea, db.Now);
                db.RemoveRange(parts[opportunity.Id]);
            }
            else
            {
                opportunity = new Opportunity(key, await Address(db, idea, kinds.First(k => k.Key == idea.Kind), key, stop), idea, db.Now);
                db.Add(opportunity);
                known[key] = opportunity;
            }

            seen.Add(opportunity.Id);
            foreach (var g in idea.Givers) db.Add(new OpportunityPart(opportunity.Id, g.NeedId, g.ResourceId, gives: true, g.Minutes));
            foreach (var r in idea.Receivers.Where(r => idea.Givers.All(g => g.Id != r.Id))) db.Add(new OpportunityPart(opportunity.Id, r.NeedId, r.ResourceId, gives: false, r.Minutes));
        }

        foreach (var gone in known.Values.Where(o => o.Stage == OpportunityStage.Idea && !seen.Contains(o.Id)))
        {
            db.RemoveRange(parts[gone.Id]);
            db.Remove(gone); // what it was found from is no longer there
        }

        return seen.Count;
    }

    private static string Venue(Opportunity o) => o.PlaceId is { } p ? $"place {p:N}" : o.PremisesId is { } r ? $"premises {r:N}" : o.MomentId is { } m ? $"moment {m:N}" : $"near {o.TerritoryId:N}";

    private static string KeyOf(Found idea) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{idea.Venue} {idea.Kind} {WeekSlots.BoxOf(idea.Start)}")))[..24];

    // « cuisiner-et-manger-ensemble-cedres-3f2a »: what and where, and a few signs of its key so that two never meet.
    private static async Task<string> Address(TrameDb db, Found idea, HelpKind kind, string key, CancellationToken stop)
    {
        var place = idea.PlaceId ?? idea.MomentId;
        var where = place is { } id ? await db.Set<Occasion>().Where(o => o.Id == id).Select(o => o.Slug).FirstOrDefaultAsync(stop) : await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Id == idea.TerritoryId).Select(t => t.Slug).FirstOrDefaultAsync(stop);
        return $"{Slug.From($"{(kind.FrenchMoment.Length > 0 ? kind.FrenchMoment : kind.French)} {where}")}-{key[..6]}";
    }
}
