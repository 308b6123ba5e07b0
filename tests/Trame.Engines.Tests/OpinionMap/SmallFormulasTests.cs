using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Reference;

namespace Trame.Engines.Tests.OpinionMap;

public sealed class SmallFormulasTests
{
    [Fact] public void Nine_of_ten_against_one_half() => ProportionTests.AgainstHalf(9, 10).ShouldBe(2 * Math.Sqrt(11) * ((10.0 / 11) - 0.5), 1e-12);

    [Fact]
    public void Nine_of_ten_here_and_three_of_ten_there()
    {
        var pooled = 14.0 / 22; // one success and one trial added to each: 10/11 and 4/11
        ProportionTests.Between(9, 3, 10, 10).ShouldBe((6.0 / 11) / Math.Sqrt(pooled * (1 - pooled) * 2 / 11), 1e-12);
    }

    [Fact] public void Everybody_everywhere_is_no_difference() => ProportionTests.Between(10, 10, 10, 10).ShouldBe(0);

    [Fact] public void Two_groupings_with_other_names_are_the_same() => RandIndex.Adjusted([0, 0, 1, 1], [5, 5, 2, 2]).ShouldBe(1);

    [Fact] public void A_known_pair_of_groupings() => RandIndex.Adjusted([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]).ShouldBe(0.2424, 1e-4); // (2 − 6·3/15) / (4.5 − 6·3/15)

    [Fact] public void Who_is_in_no_group_is_left_out() => RandIndex.Adjusted([0, 0, 1, 1, -1], [1, 1, 0, 0, 0]).ShouldBe(1);

    [Fact] public void Adjusted_p_values_by_hand() => BenjaminiHochberg.Adjusted([0.01, 0.04, 0.03, 0.5]).ShouldBe([0.04, 4 * 0.04 / 3, 4 * 0.04 / 3, 0.5], 1e-12); // 0.03·4/2 = 0.06 gives way to 0.04·4/3
}
