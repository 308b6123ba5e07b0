namespace Trame.Engines.Opportunities;

/// <summary>Ends the reading of a file; never leaves the reader.</summary>
internal sealed class FaultyFile(OpportunityFault fault, int offset, string detail) : Exception
{
    public OpportunityFault Fault => fault;
    public int Offset => offset;
    public string Detail => detail;
}
