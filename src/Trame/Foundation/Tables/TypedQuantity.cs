using System.Globalization;

namespace Trame.Foundation.Tables;

/// <summary>How much of something, as people type it: money in euros, kept in cents; anything else is whole.</summary>
public static class TypedQuantity
{
    /// <returns>1 to <paramref name="most"/>; null when it is none of these.</returns>
    public static long? Read(bool isMoney, string typed, long most)
    {
        if (!isMoney) return NumberCells.Integer(typed) is { HasValue: true, Value: > 0 } whole && whole.Value <= most ? whole.Value : null;
        return NumberCells.Decimal(typed) is { HasValue: true, Value: > 0 } euros && euros.Value <= most / 100m && decimal.Round(euros.Value, 2) == euros.Value ? (long)(euros.Value * 100) : null;
    }

    /// <summary>As a form shows it again.</summary>
    public static string Write(bool isMoney, long quantity) => isMoney ? (quantity / 100m).ToString("0.##", CultureInfo.CurrentUICulture) : quantity.ToString(CultureInfo.InvariantCulture);
}
