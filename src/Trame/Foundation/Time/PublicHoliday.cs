using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>A public holiday of a year and the key of its name in Texts.resx.</summary>
public sealed record PublicHoliday(LocalDate Date, string TextKey)
{
    public string Name(CultureInfo culture) => TimeWords.Say(culture, TextKey);
}
