namespace Trame.Engines.Sortition;

/// <summary>Ends a reading where the fault is; <see cref="SortitionReader"/> turns it into a value.</summary>
internal sealed class FaultException(InputFault fault) : Exception(fault.Mistake.ToString())
{
    public InputFault Fault { get; } = fault;
}
