using System.Globalization;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Cooperate.Agreements;

/// <summary>How much a commitment is: euros are kept in cents, hours and things are whole and above zero.</summary>
public static class ContractAmounts
{
    public static long? Read(ClauseKind kind, string typed) => TypedQuantity.Read(kind == ClauseKind.Money, typed, Clause.MostQuantity);

    public static string Write(ClauseKind kind, long quantity) => TypedQuantity.Write(kind == ClauseKind.Money, quantity);

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
