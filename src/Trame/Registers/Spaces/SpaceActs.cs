namespace Trame.Registers.Spaces;

/// <summary>What can be done with spaces, and who may.</summary>
public static class SpaceActs
{
    public static readonly Foundation.Web.Act Open = new("spaces.open", "coordinator", "operator");
}
