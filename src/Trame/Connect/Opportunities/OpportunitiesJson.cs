using Trame.Engines.Opportunities;
using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Connect.Opportunities;

/// <summary>The answer for another program. Field names are a promise: outside checks read them.</summary>
internal static class OpportunitiesJson
{
    public static string Write(OpportunityProblem p, OpportunityPlan plan, double seconds) => JsonAnswer.Of(new
    {
        plan.Value, plan.Bound, plan.Gap, seconds, plan.Proved, plan.Guarantee, plan.Candidates,
        Covered = plan.Areas.Sum(a => a.Covered), Asked = plan.Areas.Sum(a => a.Weight),
        Bundles = plan.Bundles.Select(b => new
        {
            Place = b.Place >= 0 ? p.Places[b.Place].Id : null, Moment = b.Moment >= 0 ? p.Moments[b.Moment].Id : null, Kind = p.Kinds[b.Kind].Id,
            Slot = OpportunitySlot.Of(b.Start, b.Hours), Givers = b.Giver >= 0 ? [p.Resources[b.Giver].Id] : Array.Empty<string>(), Equipment = b.Equipment >= 0 ? p.Resources[b.Equipment].Id : null,
            Receivers = b.Receivers.Select((n, i) => new { Need = p.Needs[n].Id, Minutes = b.Minutes[i] }), b.GiverMinutes, b.Groups, b.Parts.Value,
            Reasons = new[]
            {
                new { Part = "coverage", Amount = b.Parts.Coverage }, new { Part = "mixing", Amount = b.Parts.Mixing },
                new { Part = "distance", Amount = b.Parts.Distance }, new { Part = "effort", Amount = b.Parts.Effort },
            },
        }),
        Missing = plan.Missing.Select(m => new
        {
            Lacks = EnumWords.Write(m.Lacks), m.Lacking, Kind = p.Kinds[m.Kind].Id, Place = m.Place >= 0 ? p.Places[m.Place].Id : null, lat = m.Spot.Latitude, lon = m.Spot.Longitude,
            Slot = OpportunitySlot.Of(m.Start, p.Kinds[m.Kind].Hours), Giver = m.Giver >= 0 ? p.Resources[m.Giver].Id : null, m.Equipment, Needs = m.Needs.Select(n => p.Needs[n].Id), m.Unlocks,
        }),
        Areas = plan.Areas.Select(a => new { a.Area, a.Weight, a.Covered, a.Reachable, a.Share, a.Fairness }),
        plan.Reciprocity, plan.GaveAndReceived, p.Weights,
    }) + "\n";
}
