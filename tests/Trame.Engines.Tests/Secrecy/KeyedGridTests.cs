using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class KeyedGridTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static double Metres((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var perDegree = 6_371_008.8 * Math.PI / 180;
        var (north, east) = ((a.Latitude - b.Latitude) * perDegree, (a.Longitude - b.Longitude) * perDegree * Math.Cos(b.Latitude * Math.PI / 180));
        return Math.Sqrt(north * north + east * east);
    }

    private static readonly Arbitrary<int> Word = Gen.Choose(0, 65535).ToArbitrary(), Byte = Gen.Choose(0, 255).ToArbitrary();

    [Fact]
    public void A_thousand_views_average_to_one_view_and_every_point_of_the_cell_looks_the_same() => Prop.ForAll(Word, Word, Byte, (north, east, d) =>
    {
        var (dx, dy) = (d, d * 97 % 256);
        var (latitude, longitude) = (north / 65535.0 * 160 - 80, east / 65535.0 * 350 - 175);
        var cell = new KeyedGrid(Key, 500).Of(latitude, longitude);
        var views = Enumerable.Range(0, 1000).Select(_ => new KeyedGrid(Key, 500).Of(latitude, longitude)).Distinct().ToArray();
        var half = 249.0 / (6_371_008.8 * Math.PI / 180);
        var inside = new KeyedGrid(Key, 500).Of(cell.Latitude + (dy / 127.5 - 1) * half, cell.Longitude + (dx / 127.5 - 1) * half / Math.Cos(cell.Latitude * Math.PI / 180));
        return views is [var only] && only == cell && inside == cell; // whatever the reader does, the answer is a function of the cell alone
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_answer_is_at_most_half_a_diagonal_away() => Prop.ForAll(Word, Word, (north, east) =>
    {
        var (latitude, longitude) = (north / 65535.0 * 160 - 80, east / 65535.0 * 350 - 175);
        var cell = new KeyedGrid(Key, 200).Of(latitude, longitude);
        return Metres((latitude, longitude), (cell.Latitude, cell.Longitude)) <= 100 * Math.Sqrt(2) * 1.001;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_key_or_another_side_lays_another_grid()
    {
        byte[] other = [.. Key.Reverse()];
        var places = Enumerable.Range(0, 50).Select(i => new KeyedGrid([.. Key.Select(b => (byte)(b ^ i))], 1000).Of(48.85, 2.35)).Distinct().Count();
        places.ShouldBeGreaterThan(45);
        new KeyedGrid(other, 1000).Of(48.85, 2.35).ShouldNotBe(new KeyedGrid(Key, 1000).Of(48.85, 2.35));
    }

    [Fact]
    public void Both_sides_of_the_180th_meridian_are_one_and_what_is_no_point_is_refused()
    {
        var grid = new KeyedGrid(Key, 1000);
        grid.Of(10, 180).ShouldBe(grid.Of(10, -180));
        foreach (var (latitude, longitude) in ((double, double)[])[(86, 0), (double.NaN, 0), (0, 181), (0, double.NaN)]) Should.Throw<ArgumentOutOfRangeException>(() => grid.Of(latitude, longitude));
        Should.Throw<ArgumentException>(() => new KeyedGrid([1, 2, 3], 1000));
        foreach (var metres in (double[])[0, 9, 1e6, double.NaN]) Should.Throw<ArgumentOutOfRangeException>(() => new KeyedGrid(Key, metres));
    }
}
