namespace Trame.Foundation.Tables;

/// <summary>What a cell says, or what is wrong with it. An empty cell is neither: <see cref="IsEmpty"/>.</summary>
/// <param name="Value">Meaningful only when <see cref="HasValue"/>.</param>
/// <param name="Problem">Why there is no value, and the remedy.</param>
/// <param name="Note">What was put right on the way (a leading zero that a spreadsheet had taken): shown, never silent.</param>
public readonly record struct CellReading<T>(bool HasValue, T? Value, TableProblem? Problem, TableProblem? Note)
{
    public static CellReading<T> Empty => default;
    public static CellReading<T> Of(T value, TableProblem? note = null) => new(true, value, null, note);
    public static CellReading<T> Wrong(string textKey, params object[] args) => new(false, default, new TableProblem(textKey, args), null);

    public bool IsEmpty => !HasValue && Problem is null;
}
