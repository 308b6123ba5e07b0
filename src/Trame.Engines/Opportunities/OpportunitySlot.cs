namespace Trame.Engines.Opportunities;

/// <summary>Hours as files write them.</summary>
public static class OpportunitySlot
{
    /// <summary>« tue 14-16 ».</summary>
    /// <param name="start">First hour in the week, in [0, 168).</param>
    /// <param name="hours">Length, at least 1.</param>
    public static string Of(int start, int hours) => SlotWords.Write(start, hours);
}
