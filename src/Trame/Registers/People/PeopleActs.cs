namespace Trame.Registers.People;

/// <summary>What can be done with people and settings, and who may. The least that each role needs.</summary>
public static class PeopleActs
{
    public static readonly Foundation.Web.Act BeMyself = new("people.be-myself", "resident");
    public static readonly Foundation.Web.Act Welcome = new("people.welcome", "counter-agent", "coordinator", "operator");
    public static readonly Foundation.Web.Act GiveRoles = new("people.give-roles", "coordinator", "operator");
    public static readonly Foundation.Web.Act ReadJournal = new("people.read-journal", "coordinator", "operator");
    public static readonly Foundation.Web.Act ChangeSettings = new("space.change-settings", "coordinator", "operator");

    public static IReadOnlyList<Foundation.Web.Act> All { get; } = [BeMyself, Welcome, GiveRoles, ReadJournal, ChangeSettings];
}
