namespace Trame.Registers.Sources;

/// <summary>What may be done with lists of places, and by whom.</summary>
public static class SourceActs
{
    public static readonly Foundation.Web.Act Import = new("source.import", "coordinator");
}
