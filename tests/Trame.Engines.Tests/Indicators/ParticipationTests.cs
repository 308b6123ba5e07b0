using Trame.Engines.Indicators.Participation;

namespace Trame.Engines.Tests.Indicators;

public sealed class ParticipationTests
{
    // The remissions of Freireich and others (1963), the classic example of both methods: a plus is somebody still there.
    private static readonly Stay[] Treated = Read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
    private static readonly Stay[] Placebo = Read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    private static Stay[] Read(string text) => [.. text.Split(' ').Select(w => new Stay(double.Parse(w.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture), !w.EndsWith('+')))];

    [Fact]
    public void The_classic_curve_is_found_again()
    {
        var curve = AttendanceCurve.Of(Treated);
        curve.Select(p => p.At).ShouldBe([6, 7, 10, 13, 16, 22, 23]);
        curve.Select(p => Math.Round(p.Share, 3)).ShouldBe([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]);
        curve[0].Low.ShouldBe(0.620, 0.001);
        curve[0].High.ShouldBe(0.952, 0.001);
        AttendanceCurve.Median(curve).ShouldBe(23);
        AttendanceCurve.Median(AttendanceCurve.Of(Placebo)).ShouldBe(8);
        AttendanceCurve.Median(AttendanceCurve.Of([new(1, false), new(2, false)])).ShouldBeNull();
        AttendanceCurve.Of([new(3, true)])[0].ShouldBe(new(3, 1, 1, 0, 0, 0));
    }

    [Fact]
    public void The_classic_comparison_is_found_again()
    {
        var test = LogRank.Of([Treated, Placebo]);
        test.Observed.ShouldBe([9, 21]);
        test.Expected[0].ShouldBe(19.25, 0.005);
        test.ChiSquared.ShouldBe(16.79, 0.005);
        test.P.ShouldBe(4.17e-5, 2e-7);
    }

    [Fact]
    public void Three_groups_and_their_order()
    {
        var test = LogRank.Of([Treated, Placebo, Placebo]);
        LogRank.Of([Placebo, Treated, Placebo]).ChiSquared.ShouldBe(test.ChiSquared, 1e-9);
        test.Expected.Sum().ShouldBe(test.Observed.Sum(), 1e-9);
        LogRank.Of([Placebo, Placebo]).ShouldSatisfyAllConditions(t => t.ChiSquared.ShouldBe(0, 1e-9), t => t.P.ShouldBe(1, 1e-6));
        LogRank.Of([[new(1, false)], [new(2, false)]]).P.ShouldBe(1); // nobody left: nothing can be told
    }

    [Fact]
    public void Without_difference_a_low_p_is_as_rare_as_it_says()
    {
        var random = new Random(8);
        Stay[] Group(int n) => [.. Enumerable.Range(0, n).Select(_ => new Stay(1 + random.Next(10), random.NextDouble() < 0.7))];
        var low = Enumerable.Range(0, 1000).Count(_ => LogRank.Of([Group(30), Group(50), Group(40)]).P < 0.05);
        low.ShouldBeInRange(30, 72);
    }

    [Fact]
    public void A_panel_of_three_of_one_side_by_hand()
    {
        var panel = PanelInclusivity.Of([3, 0], [500, 500], 99_999);
        panel.Distance.ShouldBe(0.5, 1e-12);
        panel.P.ShouldBe(0.25, 0.006); // all of one side, either side: 2/8
        panel.Expected.ShouldBe(((0.25 * 0.5) + (0.75 * (1 / 6.0))), 0.003);
        panel.Categories[0].P.ShouldBe(0.25, 1e-9);
        panel.Categories[1].Lacking.ShouldBe(1.5, 1e-12);
    }

    [Fact]
    public void A_missing_group_is_seen_and_a_mirror_is_not()
    {
        var without = PanelInclusivity.Of([30, 30, 0], [40, 40, 20]);
        without.Distance.ShouldBe(0.2, 1e-12);
        without.P.ShouldBeLessThan(0.01);
        without.Categories[2].Q.ShouldBeLessThan(0.001);
        var mirror = PanelInclusivity.Of([4, 4, 2], [40, 40, 20]);
        (mirror.Distance, mirror.P).ShouldSatisfyAllConditions(m => m.Distance.ShouldBe(0, 1e-12), m => m.P.ShouldBe(1));
        PanelInclusivity.Of([1, 1], [1, 0]).Categories[1].P.ShouldBe(0); // somebody whom the population does not have
    }

    [Fact]
    public void Speech_by_hand()
    {
        SpeechEquality.Of([0, 0, 0, 5])!.ShouldSatisfyAllConditions(s => s.Gini.ShouldBe(1, 1e-12), s => s.Silent.ShouldBe(0.75), s => s.Half.ShouldBe(0.125, 1e-12));
        SpeechEquality.Of([2, 2, 2, 2])!.ShouldSatisfyAllConditions(s => s.Gini.ShouldBe(0, 1e-12), s => s.Half.ShouldBe(0.5, 1e-12), s => s.High.ShouldBe(0, 1e-12));
        var four = SpeechEquality.Of([1, 2, 3, 4])!;
        four.Gini.ShouldBe(1 / 3.0, 1e-12); // Σ|xᵢ − xⱼ| = 20 over ordered pairs, / (2 n (n − 1) mean) = 20/60
        four.Low.ShouldBeLessThan(four.Gini);
        SpeechEquality.Of([0, 0]).ShouldBeNull();
        SpeechEquality.Of([3]).ShouldBeNull();
        Should.Throw<ArgumentException>(() => SpeechEquality.Of([-1, 2]));
    }

    [Fact]
    public void A_condition_declared_is_not_a_condition_shown()
    {
        var profile = RummensProfile.Of(
        [
            new(ParticipationCondition.Inclusivity, true, "liste des invitations"), new(ParticipationCondition.Inclusivity, true, "distance du panel 0,04", IsContested: false),
            new(ParticipationCondition.Openness, true), new(ParticipationCondition.EqualChances, true, "tours de parole", IsContested: true), new(ParticipationCondition.Power, false, "aucune carte"),
        ]);
        profile.Select(p => p.Standing).ShouldBe([ConditionStanding.Evidenced, ConditionStanding.DeclaredOnly, ConditionStanding.Contested, ConditionStanding.NotMet, ConditionStanding.Unsaid]);
        RummensProfile.Of([]).ShouldAllBe(p => p.Standing == ConditionStanding.Unsaid && p.Points == 0);
        RummensProfile.Of([new(ParticipationCondition.Power, true, "carte"), new(ParticipationCondition.Power, null)])[3].Standing.ShouldBe(ConditionStanding.DeclaredOnly);
    }
}
