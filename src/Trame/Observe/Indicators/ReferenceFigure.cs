using System.Globalization;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>One number of a reference value, with how sure its source is of it.</summary>
/// <param name="Sign">exactly, about, nearly, more-than, at-most, or between (then up to <paramref name="To"/>).</param>
/// <param name="Of">What this number counts, when one value has several.</param>
public sealed record ReferenceFigure(decimal Number, string Sign, InBothLanguages Unit, decimal? To = null, InBothLanguages? Of = null)
{
    public static readonly IReadOnlyList<string> Signs = ["exactly", "about", "nearly", "more-than", "at-most", "between"];

    /// <summary>« environ 750 000 personnes », « plus de 30 % ».</summary>
    public string Words(CultureInfo culture)
    {
        var number = Number.Plain(culture, 2);
        var said = Sign == "between" && To is { } to ? Texts.Get("references.sign.between", number, to.Plain(culture, 2)) : Texts.Get($"references.sign.{Sign}", number);
        return $"{said}\u00A0{Unit}";
    }
}
