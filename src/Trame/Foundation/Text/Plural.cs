using System.Globalization;

namespace Trame.Foundation.Text;

/// <summary>The right form of a counted thing. French says 0 lieu, 1 lieu, 1,5 lieu, 2 lieux; English says 0 places, 1 place, 2 places.</summary>
public static class Plural
{
    /// <param name="culture">The language of the sentence.</param>
    /// <param name="count">How many.</param>
    /// <param name="forms">« 1 lieu|{0} lieux », or « aucun lieu|1 lieu|{0} lieux » to say zero in words. <c>{0}</c> is the count, written for people.</param>
    /// <exception cref="ArgumentException">There are not two or three forms.</exception>
    public static string Pick(CultureInfo culture, long count, string forms) =>
        Form(culture, count, forms).Replace("{0}", count.Plain(culture), StringComparison.Ordinal);

    /// <inheritdoc cref="Pick(CultureInfo, long, string)"/>
    public static string Pick(CultureInfo culture, decimal count, string forms) =>
        Form(culture, count, forms).Replace("{0}", count.Plain(culture), StringComparison.Ordinal);

    /// <summary>The form alone, with the places of the count and of whatever else it says still to be filled.</summary>
    public static string Form(CultureInfo culture, decimal count, string forms)
    {
        var choices = forms.Split('|');
        if (choices.Length is not (2 or 3)) throw new ArgumentException($"Two or three forms expected, « singular|plural »: {forms}", nameof(forms));
        if (count == 0 && choices.Length == 3) return choices[0];
        var singular = choices[^2];
        if (!IsSingular(culture, count)) return choices[^1];
        return count == 1 ? singular : WithCount(singular); // the 1 written in the form would lie for zero
    }

    private static bool IsSingular(CultureInfo culture, decimal count) =>
        PlainLanguage.IsEnglish(culture) ? count == 1 : Math.Abs(count) < 2;

    private static string WithCount(string singular) =>
        singular.StartsWith("1 ", StringComparison.Ordinal) ? "{0}" + singular[1..]
        : singular.Replace(" 1 ", " {0} ", StringComparison.Ordinal);
}
