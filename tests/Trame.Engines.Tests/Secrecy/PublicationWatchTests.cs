using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class PublicationWatchTests
{
    private static PublicationVerdict Watch(PublishedFigure[] published, PublishedFigure[] proposed, double threshold = 11) => PublicationWatch.Of(published, proposed, threshold, TestContext.Current.CancellationToken);

    [Fact]
    public void Two_areas_that_overlap_may_leave_a_street_of_three()
    {
        PublishedFigure[] old = [new("Quartier 2024", ["North", "South", "East"], 63)];
        var verdict = Watch(old, [new("Secteur scolaire", ["North", "South"], 60)]);
        verdict.Allowed.ShouldBeFalse();
        var found = verdict.Deductions.ShouldHaveSingleItem();
        (found.Least, found.Most).ShouldBe((3, 3));
        found.Parts.ShouldBe(["East"]);
        found.Because.ShouldBe([0, 1]);
        Watch(old, [new("Secteur scolaire", ["North", "South"], 40)]).Allowed.ShouldBeTrue();
        Watch(old, [new("Secteur scolaire", ["North", "South"], 63)]).Allowed.ShouldBeTrue(); // nobody names nobody
    }

    [Fact]
    public void Two_dates_of_a_list_that_only_grows_may_leave_one_newcomer()
    {
        PublishedFigure[] old = [new("March", ["until March"], 25)];
        var verdict = Watch(old, [new("April", ["until March", "in April"], 26)]);
        verdict.Deductions.ShouldHaveSingleItem().Parts.ShouldBe(["in April"]);
        // Where people also leave, what stays is not known: the two counts may be published.
        Watch([new("March", ["stay", "leave"], 25)], [new("April", ["stay", "arrive"], 26)]).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void Three_publications_together_tell_what_no_two_do()
    {
        PublishedFigure[] old = [new("a", ["1", "2"], 40), new("b", ["2", "3"], 50)];
        Watch([], old).Allowed.ShouldBeTrue();
        var verdict = Watch(old, [new("c", ["1", "2", "3"], 52)]); // 2 = 40 + 50 − 52 = 38, 1 = 2, 3 = 12
        verdict.Deductions.Select(d => (d.Parts[0], d.Least, d.Most)).ShouldBe([("1", 2, 2)]);
    }

    [Fact]
    public void An_interval_is_enough()
    {
        // East is between 60 + 50 − 105 = 5 and ... : two areas share at least five, at most ten.
        var verdict = Watch([new("whole", ["x", "both", "y"], 105), new("y and both", ["both", "y"], 50)], [new("x and both", ["x", "both"], 60)]);
        verdict.Deductions.ShouldContain(d => d.Parts.Count == 1 && d.Parts[0] == "both" && d.Least == 5 && d.Most == 5);
    }

    [Fact]
    public void What_was_already_known_is_not_the_fault_of_the_new_figure()
    {
        PublishedFigure[] old = [new("all", ["a", "b"], 30), new("a", ["a"], 27)];
        Watch(old, [new("elsewhere", ["z"], 80)]).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_small_figure_and_one_that_contradicts_are_refused()
    {
        Watch([], [new("small", ["a"], 4)]).Deductions.ShouldHaveSingleItem().Because.ShouldBe([0]);
        var verdict = Watch([new("all", ["a", "b"], 30)], [new("a", ["a"], 31)]);
        (verdict.Allowed, verdict.Contradiction).ShouldBe((false, true));
        Should.Throw<ArgumentException>(() => Watch([], [new("none", [], 4)]));
        Should.Throw<ArgumentException>(() => Watch([], [new("twice", ["a", "a"], 4)]));
        Should.Throw<ArgumentException>(() => Watch([], [new("nan", ["a"], double.NaN)]));
        Watch([], []).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void What_is_deduced_is_what_enumeration_finds()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var chance = new Random(seed);
            string[] parts = ["p", "q", "r", "s"];
            var truth = parts.ToDictionary(p => p, _ => chance.Next(0, 5));
            var figures = Enumerable.Range(0, 4).Select(k => { string[] of = [.. parts.Where(_ => chance.Next(2) == 0)]; return of.Length == 0 ? null : new PublishedFigure($"f{k}", of, of.Sum(p => truth[p])); }).OfType<PublishedFigure>().ToArray();
            var worlds = from a in Enumerable.Range(0, 17) from b in Enumerable.Range(0, 17) from c in Enumerable.Range(0, 17) from d in Enumerable.Range(0, 17)
                         let world = new Dictionary<string, int> { ["p"] = a, ["q"] = b, ["r"] = c, ["s"] = d }
                         where figures.All(f => f.Parts.Sum(x => world[x]) == f.Count) select world;
            var known = worlds.ToList();
            foreach (var found in Watch([], figures, 3).Deductions)
            {
                var sizes = known.Select(w => found.Parts.Sum(p => w[p])).ToList();
                (found.Least, found.Most).ShouldBe((sizes.Min(), sizes.Max()), $"seed {seed}");
            }

            foreach (var part in parts.Where(p => figures.Any(f => f.Parts.Contains(p))))
            {
                var sizes = known.Select(w => w[part]).ToList();
                if (sizes.Min() >= 1 && sizes.Max() < 3) Watch([], figures, 3).Deductions.ShouldContain(d => d.Parts.Contains(part), $"seed {seed}, {part}");
            }
        }
    }
}
