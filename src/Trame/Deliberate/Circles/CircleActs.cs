namespace Trame.Deliberate.Circles;

/// <summary>What may be done with a talking circle.</summary>
public static class CircleActs
{
    /// <summary>Guard it: hand the object on, write what is agreed, close it.</summary>
    public static readonly Foundation.Web.Act Guard = new("circle.guard", "coordinator", "counter-agent", "host");
}
