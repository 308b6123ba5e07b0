using System.Numerics;

namespace Trame.Engines.Opportunities;

/// <summary>A plan as others read it.</summary>
internal sealed class PlanReport(PlanState plan)
{
    private readonly OpportunityProblem _problem = plan.Set.Problem;

    public OpportunityPlan Write(double bound, bool proved, double? guarantee, IReadOnlyList<MissingPiece> missing)
    {
        var bundles = Enumerable.Range(0, plan.OpenAt.Length).Where(s => plan.OpenAt[s] >= 0)
            .OrderBy(s => plan.Set.Sessions[s].Venue).ThenBy(s => plan.Set.Sessions[s].Start).ThenBy(s => plan.Set.Sessions[s].Kind).Select(Bundle).ToList();
        var reachable = new double[plan.Areas.Count];
        for (var n = 0; n < _problem.Needs.Count; n++) if (plan.SessionsOf(n).Count > 0) reachable[plan.AreaOf(n)] += _problem.Needs[n].Weight;
        var areas = plan.Areas.Select((a, i) => new AreaCoverage(a, plan.AreaWeight(i), plan.AreaCovered(i), Fairness.Of(plan.AreaCovered(i), plan.AreaWeight(i), _problem.Weights.Fairness), reachable[i]))
            .OrderBy(a => a.Share).ThenBy(a => a.Area, StringComparer.Ordinal).ToList();
        var both = Enumerable.Range(0, _problem.Resources.Count).Count(r => plan.Uses(r) && _problem.Resources[r].Need is >= 0 and var own && plan.Covered(own));
        var value = bundles.Sum(b => b.Parts.Value) + areas.Sum(a => a.Fairness) + both * _problem.Weights.Reciprocity; // added afresh: no rounding of the search is left
        return new(value, proved ? Math.Max(value, Math.Min(bound, value + 1e-6 * Math.Max(1, Math.Abs(value)))) : Math.Max(bound, value), proved, guarantee, plan.Set.Candidates.Count, bundles, missing, areas, both * _problem.Weights.Reciprocity, both);
    }

    private OpportunityBundle Bundle(int s)
    {
        var (session, candidate) = (plan.Set.Sessions[s], plan.Set.Candidates[plan.OpenAt[s]]);
        var entries = plan.At(s).Select(e => session.Entries[e]).OrderBy(e => e.Need).ToList();
        var present = entries.Aggregate(0UL, (m, e) => m | plan.GroupsOf(e.Need));
        var groups = plan.Dimensions.Where(d => (d.Mask & present) != 0).ToDictionary(d => d.Name, d => BitOperations.PopCount(d.Mask & present), StringComparer.Ordinal);
        var held = session.Venue >= _problem.Places.Count;
        var effort = held ? 0 : -_problem.Weights.Effort;
        return new(held ? -1 : session.Venue, held ? session.Venue - _problem.Places.Count : -1, session.Kind, session.Start, session.Hours.Hours, candidate.Giver, candidate.Equipment,
            [.. entries.Select(e => e.Need)], [.. entries.Select(e => e.Minutes)], candidate.Minutes, groups,
            new(entries.Sum(e => _problem.Needs[e.Need].Weight * e.Fit), plan.Mixing(s), -_problem.Weights.MinuteOfTravel * (candidate.Minutes + entries.Sum(e => e.Minutes)), effort));
    }
}
