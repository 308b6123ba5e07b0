namespace Trame.Engines.Optimization;

/// <summary>One thing that <see cref="Presolve"/> took out, and how it comes back into a vertex.</summary>
internal sealed record PresolveStep(PresolveKind Kind, int Row, int Column)
{
    public bool FromLower { get; init; }
    public bool FromUpper { get; init; }
    public bool Positive { get; init; }
    public VariableStatus Status { get; init; }

    public void Undo(VariableStatus[] columns, VariableStatus[] rows)
    {
        switch (Kind)
        {
            case PresolveKind.IdleRow: rows[Row] = VariableStatus.Basic; break;
            case PresolveKind.HeldColumn: columns[Column] = Status; break;
            case PresolveKind.BoundRow: UndoBound(columns, rows); break;
            case PresolveKind.FreeColumn:
                columns[Column] = VariableStatus.Basic;
                rows[Row] = FromLower ? VariableStatus.AtLower : VariableStatus.AtUpper;
                break;
            default: UndoSlack(columns, rows); break;
        }
    }

    /// <summary>A column held at a bound that was the row's: the row holds, and the column follows.</summary>
    private void UndoBound(VariableStatus[] columns, VariableStatus[] rows)
    {
        var (low, high) = (columns[Column] == VariableStatus.AtLower && FromLower, columns[Column] == VariableStatus.AtUpper && FromUpper);
        rows[Row] = low || high ? low == Positive ? VariableStatus.AtLower : VariableStatus.AtUpper : VariableStatus.Basic;
        if (low || high) columns[Column] = VariableStatus.Basic;
    }

    /// <summary>The widened row at its lower side means the column at its most; the equality itself never stands between.</summary>
    private void UndoSlack(VariableStatus[] columns, VariableStatus[] rows)
    {
        columns[Column] = rows[Row] switch
        {
            VariableStatus.Basic => VariableStatus.Basic,
            VariableStatus.AtLower => Positive ? VariableStatus.AtUpper : VariableStatus.AtLower,
            _ => Positive ? VariableStatus.AtLower : VariableStatus.AtUpper,
        };
        rows[Row] = VariableStatus.AtLower;
    }
}
