namespace Trame.Act.Dispositifs;

/// <summary>What may be done with dispositifs, and by whom; anyone may read them and see where each stands.</summary>
public static class DispositifActs
{
    public static readonly Foundation.Web.Act Start = new("dispositif.start", "coordinator");
    public static readonly Foundation.Web.Act Record = new("dispositif.record", "coordinator", "counter-agent");
    public static readonly Foundation.Web.Act Advance = new("dispositif.advance", "coordinator");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Start, Record, Advance];
}
