using Trame.Engines.Mixing;

namespace Trame.Engines.Tests.Mixing;

public sealed class LivedMixingTests
{
    private static readonly OpenMoment[] Mixed = [.. Enumerable.Range(0, 12).Select(k => new OpenMoment(k % 3, [6, 6]))];

    private static readonly OpenMoment[] Apart = [.. Enumerable.Range(0, 12).Select(k => new OpenMoment(k % 3, k % 2 == 0 ? [12, 0] : [0, 12]))];

    [Fact]
    public void Moments_apart_are_below_chance_and_moments_together_are_not()
    {
        var (apart, mixed) = (LivedMixing.Of(Apart, []), LivedMixing.Of(Mixed, []));
        var ratio = apart.Ratio.ShouldBeOfType<Measured>();
        ratio.Value.ShouldBe(0);
        ratio.Expected.ShouldBe(1, 0.02);
        ratio.P.ShouldBe(0.001, 1e-9); // none of 999 deals
        apart.Theil.ShouldBeOfType<Measured>().Value.ShouldBe(1, 1e-12);
        mixed.Ratio.ShouldBeOfType<Measured>().Value.ShouldBe(36 / 66.0 / (72 * 72 / (144 * 143 / 2.0)), 1e-12);
        mixed.Theil.ShouldBeOfType<Measured>().Value.ShouldBe(0, 1e-12);
        mixed.Groups.ShouldAllBe(g => g.Attendances == 72);
    }

    [Fact]
    public void Attendances_dealt_at_random_are_rarely_told_apart_from_chance()
    {
        var chance = new Random(4);
        var surprises = Enumerable.Range(0, 40).Count(_ =>
        {
            var moments = Enumerable.Range(0, 10).Select(_ => new int[2]).ToArray();
            for (var person = 0; person < 120; person++) moments[chance.Next(10)][person % 2]++;
            return LivedMixing.Of([.. moments.Select(m => new OpenMoment(0, m))], [], new() { Draws = 99 }).Ratio is Measured { P: <= 0.05 };
        });
        surprises.ShouldBeLessThanOrEqualTo(6); // 2 on average; more than 6 once in 500
    }

    [Fact]
    public void A_reserved_moment_is_counted_and_changes_no_index()
    {
        ReservedMoment[] reserved = [new(0, 14), new(2, 9)];
        var (with, without) = (LivedMixing.Of(Mixed, reserved), LivedMixing.Of(Mixed, []));
        with.ReservedMoments.ShouldBe(2);
        with.ReservedAttendances.ShouldBe(23);
        with.Ratio.ShouldBe(without.Ratio);
        with.Places.ShouldBe(without.Places);
    }

    [Fact]
    public void No_index_of_mixing_takes_a_reserved_moment() => // by its type (R8)
        typeof(LivedMixing).Assembly.GetExportedTypes().Where(t => t.Namespace == "Trame.Engines.Mixing" && t != typeof(LivedMixing)).SelectMany(t => t.GetMethods())
            .Where(m => m.GetParameters().Any(p => p.ParameterType.ToString().Contains(nameof(ReservedMoment), StringComparison.Ordinal)) && m.DeclaringType != typeof(ReservedMoment)).ShouldBeEmpty();

    [Fact]
    public void Too_little_is_not_measured()
    {
        LivedMixing.Of(Mixed[..4], []).Ratio.ShouldBe(new NotMeasurable(TooFew.Moments, 4, 5));
        LivedMixing.Of([.. Mixed.Select(m => new OpenMoment(0, [12, 0]))], []).Theil.ShouldBe(new NotMeasurable(TooFew.Groups, 1, 2));
        OpenMoment[] rare = [.. Enumerable.Range(0, 10).Select(k => new OpenMoment(0, [6, 6, k == 0 ? 10 : 0]))];
        var result = LivedMixing.Of(rare, []);
        result.Groups[2].Isolation.ShouldBe(new NotMeasurable(TooFew.People, 10, 11));
        result.Groups[2].Exposure.ShouldBeEmpty();
        result.Pairs.ShouldAllBe(p => p.First < 2 && p.Second < 2);
        OpenMoment[] alone = [.. Mixed[..6].Select(m => m with { Counts = [12, 6, 0] }), .. Enumerable.Range(0, 12).Select(_ => new OpenMoment(0, [0, 0, 1]))]; // who came alone was with nobody
        LivedMixing.Of(alone, []).Groups[2].Homophily.ShouldBe(new NotMeasurable(TooFew.Moments, 0, 1));
        LivedMixing.Of([], []).Ratio.ShouldBeOfType<NotMeasurable>();
    }

    [Fact]
    public void The_place_where_groups_meet_has_the_bridge_value()
    {
        OpenMoment[] moments = [.. Apart.Select(m => m with { Place = 0 }), .. Mixed[..6].Select(m => m with { Place = 1 })];
        var bridge = LivedMixing.Of(moments, []).Places[0];
        bridge.Place.ShouldBe(1);
        bridge.CrossPairs.ShouldBe(1, 1e-12);
        var all = CoPresence.Of(new(moments.Select(m => m.Counts))).Ratio;
        bridge.BridgeValue.ShouldBeOfType<Measured>().Value.ShouldBe(all, 1e-12); // without it, nothing
    }

    [Fact]
    public void An_interval_holds_its_value_and_the_seed_decides()
    {
        var result = LivedMixing.Of([.. Mixed, .. Apart], []);
        var theil = result.Theil.ShouldBeOfType<Measured>();
        theil.Low.ShouldBeLessThan(theil.Value);
        theil.High.ShouldBeGreaterThan(theil.Value);
        LivedMixing.Of([.. Mixed, .. Apart], []).Theil.ShouldBe(theil);
        LivedMixing.Of([.. Mixed, .. Apart], [], new() { Seed = 2 }).Theil.ShouldNotBe(theil);
    }

    [Fact]
    public void Where_people_live_is_another_measure()
    {
        StatisticalMixing.Of(new([[8, 2], [2, 8]]))!.Dissimilarity.ShouldBe(0.6, 1e-12);
        StatisticalMixing.Of(new([[8, 0]])).ShouldBeNull();
    }
}
