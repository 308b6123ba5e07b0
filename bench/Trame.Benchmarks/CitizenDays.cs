using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Opportunities.Worksites;

namespace Trame.Benchmarks;

/// <summary>Made-up citizen days: a plan, its bound, and the day balanced again when one in ten is absent and as many walk in.</summary>
internal static class CitizenDays
{
    private static readonly WorksiteWeights Weights = new() { MixingShare = 0.5 };

    public static void Run()
    {
        Measure(100, 8);
        foreach (var (people, sites) in ((int, int)[])[(300, 20), (1500, 60), (5000, 150)])
        {
            var plan = Measure(people, sites);
            Again(people, sites, plan);
        }
    }

    private static WorksitePlan Measure(int people, int sites)
    {
        var (places, volunteers) = WorksiteSample.Make(people, sites);
        return Add("first plan", places, volunteers);
    }

    private static void Again(int people, int sites, WorksitePlan plan)
    {
        var (places, volunteers) = WorksiteSample.Make(people, sites);
        List<Volunteer> after = [.. volunteers.Select((p, i) => p with { Told = plan.Sites[i] }).Where((_, i) => i % 10 != 0)];
        after.AddRange(WorksiteSample.Make(people / 10, sites, 2).People.Select(p => p with { Id = "w" + p.Id, Family = p.Family is null ? null : "w" + p.Family }));
        Add("one in ten absent, as many walk in", places, after);
    }

    private static WorksitePlan Add(string name, IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people)
    {
        using var process = Process.GetCurrentProcess();
        var (started, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var plan = WorksiteSolver.Solve(sites, people, Weights);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalSeconds;
        Table.Add(name, string.Create(CultureInfo.InvariantCulture, $"{people.Count:N0} x {sites.Count}"), string.Create(CultureInfo.InvariantCulture, $"{took:0.00} s"), string.Create(CultureInfo.InvariantCulture, $"{processor:0.00} s of processor"),
            string.Create(CultureInfo.InvariantCulture, $"cost {plan.Cost:N0}, bound {plan.Bound:N0}{(plan.IsProved ? " (proved)" : "")}, {plan.Nodes} flows; wishes {string.Join('/', plan.Wishes)}; {plan.Sites.Count(s => s < 0)} wait, {plan.Moved.Count} moved, {plan.Unmixed} unmixed, {plan.Lacks.Sum(l => l.Skills)} skills and {plan.Lacks.Sum(l => l.People)} people lack"));
        return plan;
    }
}
