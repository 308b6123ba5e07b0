using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class MapNamesTests
{
    private static DrawnShape At(double x, double y, string name = "Yzeure") => new(name, name, "M0 0z", x, y, false);

    private static DrawnPoint Mark(double x, double y) => new(x, y, [new MapPoint("p", "P", new(0, 0))]);

    private static IReadOnlyList<(string Name, double X, double Y)> Named(IReadOnlyList<DrawnShape> shapes, params DrawnPoint[] marks) => MapNames.WithRoom(new(400, 300, 1, shapes, marks));

    [Fact] public void A_name_with_nothing_around_stands_in_the_middle_of_its_area() => Named([At(200, 150)]).ShouldBe([("Yzeure", 200, 150)]);

    [Fact]
    public void A_name_steps_aside_for_a_mark_below_then_above()
    {
        Named([At(200, 150)], Mark(200, 150)).Single().Y.ShouldBeGreaterThan(155);
        Named([At(200, 150)], Mark(200, 150), Mark(195, 166)).Single().Y.ShouldBeLessThan(145);
        Named([At(200, 150)], Mark(200, 150), Mark(195, 166), Mark(205, 134)).ShouldBeEmpty("no line is free: the pointer and the table say it");
    }

    [Fact] public void The_area_named_first_keeps_its_name() => Named([At(200, 150, "Moulins"), At(210, 150, "Avermes"), At(205, 150, "Bressolles"), At(203, 150, "Neuvy")]).Select(n => n.Name).ShouldBe(["Moulins", "Avermes", "Bressolles"]);

    [Fact] public void No_name_crosses_the_edge() => Named([At(8, 150), At(200, 299), At(200, -20, "Ailleurs")]).Select(n => (n.X, n.Y)).ShouldBe([(200, 299 - 1.5 * MapNames.LetterHeight)]);

    [Fact] public void An_area_that_is_not_drawn_has_no_name() => Named([At(200, 150) with { Path = "" }]).ShouldBeEmpty();
}
