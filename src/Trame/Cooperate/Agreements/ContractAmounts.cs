using System.Globalization;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Cooperate.Agreements;

/// <summary>How much a commitment is: euros are kept in cents, hours and things are whole and above zero.</summary>
public static class ContractAmounts
{
    public static long? Read(ClauseKind kind, string typed)
    {
        if (kind != ClauseKind.Money) return NumberCells.Integer(typed) is { HasValue: true, Value: > 0 and <= Clause.MostQuantity } whole ? whole.Value : null;
        return NumberCells.Decimal(typed) is { HasValue: true, Value: > 0 and <= Clause.MostQuantity / 100m } euros && decimal.Round(euros.Value, 2) == euros.Value ? (long)(euros.Value * 100) : null;
    }

    public static string Write(ClauseKind kind, long quantity) => kind == ClauseKind.Money ? (quantity / 100m).ToString("0.##", CultureInfo.CurrentUICulture) : quantity.ToString(CultureInfo.InvariantCulture);

    /// <summary>« 600 € », « 40 heures », « 3 fois ».</summary>
    public static string Say(ClauseKind kind, long quantity) => kind switch
    {
        ClauseKind.Money => PlainNumbers.Euros(quantity, CultureInfo.CurrentUICulture),
        ClauseKind.Hours => Texts.CountOf("agreements.hours", quantity),
        ClauseKind.Materials => Texts.CountOf("agreements.pieces", quantity),
        ClauseKind.Premises => Texts.CountOf("projects.quantity.premises", quantity),
        _ => Texts.CountOf("agreements.times", quantity),
    };
}
