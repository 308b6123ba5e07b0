namespace Trame.Engines.FairBudget;

/// <summary>Why a Pabulib file cannot be read: where, what, and the word it is about.</summary>
/// <param name="Line">From 1; of the start of the cell, or of the end of the file.</param>
/// <param name="Column">Character in the line, from 1.</param>
/// <param name="Fault">What is wrong; each has its remedy.</param>
/// <param name="Detail">The name, number or words concerned.</param>
public sealed record PabulibProblem(int Line, int Column, PabulibFault Fault, string Detail)
{
    /// <summary>For a log or an exception; what people read is written in their language where it is shown.</summary>
    public override string ToString() => $"line {Line}, column {Column}: {Fault} ({Detail})";
}
