using System.Globalization;

namespace Trame.Connect.SharedPlaces;

/// <summary>Euros as people type them, in cents: « 12 », « 12,50 », « 1 200 € ».</summary>
public static class TypedCents
{
    /// <summary>Null when it is no amount; nothing typed is nothing to pay.</summary>
    public static long? Read(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        if (text.Length == 0) return 0;
        return text.Length <= 12 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && decimal.Round(euros, 2) == euros ? (long)(euros * 100) : null;
    }
}
