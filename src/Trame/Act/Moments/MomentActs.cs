namespace Trame.Act.Moments;

/// <summary>What may be done with a moment beyond describing it.</summary>
public static class MomentActs
{
    public static readonly Foundation.Web.Act RecordHeld = new("moment.record-held", "coordinator", "counter-agent", "host");
    public static readonly Foundation.Web.Act CancelOnce = new("moment.cancel-once", "coordinator", "counter-agent", "host");
}
