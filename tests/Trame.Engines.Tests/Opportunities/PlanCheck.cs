using Trame.Engines.Opportunities;

namespace Trame.Engines.Tests.Opportunities;

/// <summary>Reads a plan against its problem, from the definitions alone.</summary>
internal static class PlanCheck
{
    public static void Holds(OpportunityProblem p, OpportunityPlan plan)
    {
        var value = 0.0;
        var busy = new HashSet<(string, int)>();
        var (given, received) = (new int[p.Resources.Count], new int[p.Needs.Count]);
        foreach (var b in plan.Bundles)
        {
            var kind = p.Kinds[b.Kind];
            var hours = WeekHours.Of(b.Start, b.Hours);
            var held = b.Moment >= 0;
            var (spot, area, venue) = held ? (p.Moments[b.Moment].Spot, p.Moments[b.Moment].Area, p.Moments[b.Moment].Id) : (p.Places[b.Place].Spot, p.Places[b.Place].Area, p.Places[b.Place].Id);
            b.Receivers.Count.ShouldBeInRange(held ? 1 : kind.Least, held ? p.Moments[b.Moment].FreeSeats : Math.Min(kind.Most, p.Places[b.Place].Seats));
            if (!held)
            {
                p.Places[b.Place].Hours.Holds(hours).ShouldBeTrue();
                p.Resources[b.Giver].Kinds.ShouldContain(b.Kind);
                if (kind.Equipment is { } tool && b.Equipment < 0) p.Places[b.Place].Equipment.Concat(p.Resources[b.Giver].Equipment).ShouldContain(tool); // there, or brought by who leads
                if (b.Equipment >= 0) p.Resources[b.Equipment].Equipment.ShouldContain(kind.Equipment!);
                value -= p.Weights.Effort;
            }
            for (var h = 0; h < b.Hours; h++) busy.Add((venue, b.Start + h)).ShouldBeTrue($"{venue} twice at {b.Start + h}");
            foreach (var r in new[] { b.Giver, b.Equipment }.Where(r => r >= 0))
            {
                (++given[r]).ShouldBeLessThanOrEqualTo(p.Resources[r].Most);
                p.Resources[r].Hours.Holds(hours).ShouldBeTrue();
                (p.Resources[r].Spot.MetresTo(spot) * p.Travel.Detour).ShouldBeLessThanOrEqualTo(p.Resources[r].RadiusMetres + 1e-6);
                for (var h = 0; h < b.Hours; h++) busy.Add((p.Resources[r].Id, b.Start + h)).ShouldBeTrue($"{p.Resources[r].Id} twice at {b.Start + h}");
                value -= p.Weights.MinuteOfTravel * p.Travel.Minutes(p.Resources[r].Spot, p.Resources[r].Area, spot, area, p.Resources[r].Mode);
            }
            foreach (var n in b.Receivers)
            {
                var need = p.Needs[n];
                (++received[n]).ShouldBeLessThanOrEqualTo(need.Sessions);
                need.Hours.Holds(hours).ShouldBeTrue();
                (need.Spot.MetresTo(spot) * p.Travel.Detour).ShouldBeLessThanOrEqualTo(need.ReachMetres + 1e-6);
                for (var h = 0; h < b.Hours; h++) busy.Add((need.Id, b.Start + h)).ShouldBeTrue($"{need.Id} twice at {b.Start + h}");
                value += need.Weight * (need.Kind == b.Kind ? 1 : kind.Serves[p.Kinds[need.Kind].Id]) - p.Weights.MinuteOfTravel * p.Travel.Minutes(need.Spot, need.Area, spot, area, need.Mode);
            }
            if (!kind.Reserved) value += p.Weights.Mixing * b.Receivers.SelectMany(n => p.Needs[n].Groups).Distinct().GroupBy(g => g.Split(':')[0]).Sum(g => g.Count() - 1);
        }
        for (var r = 0; r < given.Length; r++) if (given[r] > 0 && p.Resources[r].Need >= 0 && received[p.Resources[r].Need] > 0) value += p.Weights.Reciprocity;
        foreach (var area in p.Needs.Select((n, i) => (n.Area, n.Weight, Covered: received[i] > 0)).GroupBy(n => n.Area))
        {
            var (all, covered) = (area.Sum(n => n.Weight), area.Where(n => n.Covered).Sum(n => n.Weight));
            value += p.Weights.Fairness * (Math.Min(covered, all / 4) + Math.Clamp(covered - all / 4, 0, all / 4) / 2 + Math.Clamp(covered - all / 2, 0, all / 4) / 4);
        }
        plan.Value.ShouldBe(value, 1e-6);
        plan.Bound.ShouldBeGreaterThanOrEqualTo(plan.Value - 1e-9);
    }
}
