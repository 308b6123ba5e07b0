using System.Diagnostics.CodeAnalysis;

namespace Trame.Foundation.Tables;

/// <summary>Either a table to read, or the reason why this file is not one and what to do.</summary>
public sealed record TableOpening(TableReader? Table, TableProblem? Refused)
{
    [MemberNotNullWhen(true, nameof(Table))]
    [MemberNotNullWhen(false, nameof(Refused))]
    public bool Accepted => Table is not null;
}
