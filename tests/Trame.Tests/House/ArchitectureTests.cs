using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Tests.House;

/// <summary>The borders of the house, on the built assembly. Each test of a rule has its neighbour that breaks the rule and sees it caught.</summary>
public sealed class ArchitectureTests
{
    private static readonly Type[] Violations = [.. typeof(ArchitectureTests).Assembly.GetTypes().Where(t => Rooms.NamespaceOf(t).EndsWith(".Violation", StringComparison.Ordinal))];

    private static readonly IModule[] ViolationDoors = [.. Violations.Where(t => typeof(IModule).IsAssignableFrom(t)).Select(t => (IModule)Activator.CreateInstance(t)!)];

    [Fact]
    public void The_house_is_read_whole()
    {
        Rooms.Types.Count.ShouldBeGreaterThan(200);
        Repository.CSharp.Count.ShouldBeGreaterThan(150);
        TrameHost.Modules.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_layer_uses_only_what_lies_below() => Layers.Check(Rooms.Types).Distinct().ShouldBeEmpty();

    [Fact]
    public void A_register_that_uses_an_act_is_caught()
    {
        var caught = Layers.Check(Violations).ToList();
        caught.ShouldContain(b => b.Where.Contains("RegisterThatActs", StringComparison.Ordinal) && b.What.Contains("Registers uses Act", StringComparison.Ordinal));
        caught.ShouldContain(b => b.Where.Contains("ActThatObserves", StringComparison.Ordinal) && b.What.Contains("Act uses Observe", StringComparison.Ordinal));
    }

    [Fact]
    public void Engines_depend_on_nothing() =>
        System.Reflection.Assembly.Load("Trame.Engines").GetReferencedAssemblies().Select(a => a.Name).ShouldAllBe(name => name!.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void A_room_uses_another_only_through_its_door() => Doors.Check(Rooms.Types, TrameHost.Modules).Distinct().ShouldBeEmpty();

    [Fact]
    public void A_type_taken_over_the_wall_is_caught()
    {
        var caught = Doors.Check(Violations, ViolationDoors).ToList();
        caught.ShouldContain(b => b.What.StartsWith("ActThatHides is not published", StringComparison.Ordinal));
        caught.ShouldNotContain(b => b.What.StartsWith("ActThatObserves", StringComparison.Ordinal), "what is on the door may be used");
    }

    [Fact]
    public void A_door_publishes_only_its_own() => Doors.Foreign(TrameHost.Modules).ShouldBeEmpty();

    [Fact]
    public void A_door_that_publishes_a_neighbour_is_caught() => Doors.Foreign(ViolationDoors).ShouldContain(b => b.What.Contains("RegisterThatActs", StringComparison.Ordinal));

    [Fact]
    public void Facts_written_are_declared_on_the_door() => FactsWritten.Check(Rooms.Types, TrameHost.Modules).Distinct().ShouldBeEmpty();

    [Fact]
    public void A_fact_that_no_door_declares_is_caught()
    {
        var caught = FactsWritten.Check(Violations, ViolationDoors).ToList();
        caught.ShouldContain(b => b.What.StartsWith("writes secret.held", StringComparison.Ordinal));
        caught.ShouldNotContain(b => b.What.StartsWith("writes open.held", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_form_asks_who_may() => PostedForms.Check(Rooms.Types, PublicForms.WithTheirReason).ShouldBeEmpty();

    [Fact]
    public void A_form_that_asks_nobody_is_caught()
    {
        var caught = PostedForms.Check(Violations, PublicForms.WithTheirReason).ToList();
        caught.ShouldContain(b => b.Where.Contains("PageThatAsksNobody", StringComparison.Ordinal));
        caught.ShouldNotContain(b => b.Where.Contains("PageThatAsks,", StringComparison.Ordinal) || b.Where.EndsWith("PageThatAsks", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_public_forms_names_only_pages_that_exist() =>
        PublicForms.WithTheirReason.Keys.Except(PostedForms.Pages(Rooms.Types).Select(p => p.FullName!)).ShouldBeEmpty();

    [Fact]
    public void Acts_are_declared_once_and_name_roles_that_exist()
    {
        var acts = ActsOfTheHouse.All;
        acts.GroupBy(a => a.Key).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        acts.SelectMany(a => a.Roles).Except(Trame.Foundation.Data.EnumWords.Words<Trame.Registers.People.Role>()).ShouldBeEmpty();
    }
}
