using System.Globalization;

namespace Trame.Act.Dispositifs;

/// <summary>An amount as people type it: « 12 500,50 », « 12500.5 ».</summary>
internal static class MoneyText
{
    public static bool TryRead(string typed, out decimal amount) => decimal.TryParse(
        string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
}
