using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Opportunities.Worksites;

namespace Trame.Engines.Tests.Opportunities.Worksites;

public sealed class WorksiteSolverTests
{
    private static readonly WorksiteWeights Mixed = new() { MixingShare = 0.5 };

    /// <summary>What a plan costs, written from the definition; infinite when it breaks a rule.</summary>
    private static double Cost(IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people, IReadOnlyList<int> plan, WorksiteWeights w)
    {
        var cost = 0.0;
        for (var p = 0; p < people.Count; p++)
        {
            if (people.Index().Any(o => people[p].Family is not null && o.Item.Family == people[p].Family && plan[o.Index] != plan[p])) return double.PositiveInfinity;
            if (plan[p] < 0) { cost += w.Waiting; continue; }
            var (person, site) = (people[p], sites[plan[p]]);
            if (person.Needs.Except(site.Access).Any() || (person.Languages.Count > 0 && site.Languages.Count > 0 && !person.Languages.Intersect(site.Languages).Any())) return double.PositiveInfinity;
            var wish = person.Wishes.ToList().IndexOf(plan[p]);
            cost += person.Wishes.Count == 0 ? 0 : wish < 0 ? w.Unwished : w.Wishes[Math.Min(wish, w.Wishes.Count - 1)];
            if (person.Told >= 0 && person.Told != plan[p]) cost += w.Moved;
        }

        for (var s = 0; s < sites.Count; s++)
        {
            var there = people.Where((_, p) => plan[p] == s).ToList();
            if (there.Count > sites[s].Most) return double.PositiveInfinity;
            cost += w.Least * Math.Max(0, sites[s].Least - there.Count);
            cost += w.Skill * Unfilled([.. sites[s].Skills.SelectMany(k => Enumerable.Repeat(k.Key, k.Value))], there);
            if (w.MixingShare < 1) cost += w.Mixing * there.Where(p => p.Group is not null).GroupBy(p => p.Group).Sum(g => Math.Max(0, g.Count() - (int)Math.Ceiling(w.MixingShare * sites[s].Most)));
        }

        return cost;
    }

    private static int Unfilled(List<string> needs, List<Volunteer> there) => needs.Count == 0 ? 0
        : Math.Min(1 + Unfilled(needs[1..], there), there.Where(p => p.Skills.Contains(needs[0])).Select(p => Unfilled(needs[1..], [.. there.Where(o => o != p)])).DefaultIfEmpty(int.MaxValue).Min());

    private static double Best(IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people, WorksiteWeights w)
    {
        var (best, plan) = (double.PositiveInfinity, new int[people.Count]);
        for (var code = 0; code < Math.Pow(sites.Count + 1, people.Count); code++)
        {
            for (var (p, left) = (0, code); p < people.Count; p++, left /= sites.Count + 1) plan[p] = (left % (sites.Count + 1)) - 1;
            best = Math.Min(best, Cost(sites, people, plan, w));
        }

        return best;
    }

    private static (List<Worksite>, List<Volunteer>) Small(int seed)
    {
        var random = new Random(seed);
        string[] Some(params string[] words) => [.. words.Where(_ => random.Next(2) == 0)];
        var sites = Enumerable.Range(0, 3).Select(s => random.Next(1, 4) is var most ? new Worksite($"s{s}", random.Next(0, most + 1), most)
        {
            Skills = Some("bois", "vélo").ToDictionary(k => k, _ => random.Next(1, 3)), Languages = random.Next(3) == 0 ? ["fr", "ar"] : ["fr"], Access = Some("rampe"),
        } : null!).ToList();
        var people = Enumerable.Range(0, 6).Select(p => new Volunteer($"p{p}", [.. Enumerable.Range(0, 3).OrderBy(_ => random.Next()).Take(random.Next(0, 3))])
        {
            Family = random.Next(3) == 0 ? "a" : random.Next(3) == 0 ? "b" : null, Skills = Some("bois", "vélo"), Languages = random.Next(6) == 0 ? ["ar"] : ["fr"],
            Needs = random.Next(5) == 0 ? ["rampe"] : [], Group = random.Next(3) switch { 0 => "nord", 1 => "sud", _ => null }, Told = random.Next(4) == 0 ? random.Next(3) : -1,
        }).ToList();
        return (sites, people);
    }

    [Fact]
    public void No_plan_of_a_small_day_costs_less() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var (sites, people) = Small(seed);
        var plan = WorksiteSolver.Solve(sites, people, Mixed, nodes: 2000);
        var best = Best(sites, people, Mixed);
        return plan.IsProved && Math.Abs(plan.Cost - best) < 1e-6 && Math.Abs(Cost(sites, people, plan.Sites, Mixed) - plan.Cost) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_one_node_the_bound_is_still_true() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var (sites, people) = Small(seed);
        var plan = WorksiteSolver.Solve(sites, people, Mixed, nodes: 1);
        var best = Best(sites, people, Mixed);
        return plan.Bound <= best + 1e-6 && plan.Cost >= best - 1e-6 && Math.Abs(Cost(sites, people, plan.Sites, Mixed) - plan.Cost) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_friends_and_a_family_by_hand()
    {
        // The garden takes 2, the wall 3. A family of 2 and one alone wish the garden first: the family goes there, the other to their second wish.
        Worksite[] sites = [new("jardin", 0, 2), new("mur", 1, 3)];
        Volunteer[] people = [new("a", [0, 1]) { Family = "f" }, new("b", [0, 1]) { Family = "f" }, new("c", [0, 1])];
        var plan = WorksiteSolver.Solve(sites, people);
        plan.Sites.ShouldBe([0, 0, 1]);
        (plan.Cost, plan.IsProved).ShouldBe((1, true));
        plan.Wishes.ShouldBe([2, 1, 0]);
        var alone = WorksiteSolver.Solve([sites[0]], [.. people.Select(p => p with { Wishes = [0] })]);
        alone.Sites.Count(s => s < 0).ShouldBe(1); // the family, or the one alone and nobody else: one waits at least
        alone.Sites[2].ShouldBe(-1);
    }

    [Fact]
    public void What_lacks_is_said()
    {
        var plan = WorksiteSolver.Solve([new("toit", 4, 5) { Skills = new Dictionary<string, int> { ["couvreur"] = 1 } }], [new("a", [0])]);
        plan.Lacks.ShouldBe([new(0, 3, 1)]);
        plan.Cost.ShouldBe((3 * 1000) + 3000);
        WorksiteSolver.Solve([], [new("a", [])]).Sites.ShouldBe([-1]);
        WorksiteSolver.Solve([], []).IsProved.ShouldBeTrue();
    }

    [Fact]
    public void A_day_is_balanced_again_with_few_moves()
    {
        var (sites, people) = WorksiteSample.Make(300, 12);
        var first = WorksiteSolver.Solve(sites, people, Mixed);
        List<Volunteer> after = [.. people.Select((p, i) => p with { Told = first.Sites[i] }).Where((_, i) => i % 10 != 0), .. Enumerable.Range(0, 25).Select(i => new Volunteer($"w{i}", [i % 12]))];
        var second = WorksiteSolver.Solve(sites, after, Mixed);
        second.Moved.Count.ShouldBeLessThan(15); // thirty leave, twenty-five come
        second.Bound.ShouldBeLessThanOrEqualTo(second.Cost);
        second.Sites.Skip(after.Count - 25).ShouldAllBe(s => s >= 0);
        WorksiteSolver.Solve(sites, [.. people.Select((p, i) => p with { Told = first.Sites[i] })], Mixed).Moved.Count.ShouldBeLessThan(3);
    }

    [Fact]
    public void A_large_day_is_close_to_its_bound()
    {
        var (sites, people) = WorksiteSample.Make(600, 30);
        var plan = WorksiteSolver.Solve(sites, people, Mixed);
        Cost(sites, people, plan.Sites, Mixed).ShouldBe(plan.Cost, 1e-6);
        (plan.Cost - plan.Bound).ShouldBeLessThanOrEqualTo(0.1 * plan.Cost);
        WorksiteSolver.Solve(sites, people, Mixed).Sites.ShouldBe(plan.Sites);
    }

    [Fact]
    public void What_cannot_be_a_day_is_refused()
    {
        void Refused(Worksite[] sites, Volunteer[] people, WorksiteWeights? weights = null, int nodes = 1) => Should.Throw<ArgumentException>(() => WorksiteSolver.Solve(sites, people, weights, nodes));
        Refused([new("s", 2, 1)], []);
        Refused([new("s", 0, 1), new("s", 0, 1)], []);
        Refused([new("s", 0, 1)], [new("a", [1])]);
        Refused([new("s", 0, 1)], [new("a", [0, 0])]);
        Refused([new("s", 0, 1)], [.. Enumerable.Range(0, 11).Select(i => new Volunteer($"{i}", []) { Family = "f" })]);
        Refused([], [], new() { MixingShare = 0 });
        Refused([], [], new() { Wishes = [] });
        Refused([], [], nodes: 0);
    }

    [Fact]
    public void A_search_that_is_stopped_gives_a_plan_that_holds()
    {
        var (sites, people) = WorksiteSample.Make(50, 5);
        var plan = WorksiteSolver.Solve(sites, people, Mixed, 30, new CancellationToken(canceled: true));
        Cost(sites, people, plan.Sites, Mixed).ShouldBe(plan.Cost, 1e-6);
        plan.IsProved.ShouldBeFalse();
    }
}
