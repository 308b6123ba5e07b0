namespace Trame.Act.Commons;

/// <summary>What may be done with a commons; reading it is everybody's.</summary>
public static class CommonsActs
{
    public static readonly Foundation.Web.Act Keep = new("commons.keep", "coordinator", "counter-agent", "host");
}
