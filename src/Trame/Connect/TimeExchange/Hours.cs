using System.Globalization;
using System.Text.RegularExpressions;

namespace Trame.Connect.TimeExchange;

/// <summary>Hours as people write them (« 1 h 30 », « 1:30 », « 1,5 », « 45 min ») and as we say them.</summary>
public static partial class Hours
{
    private const char NoBreak = '\u00A0';

    /// <summary>Minutes; null when it is no length of time, or less than a minute, or more than anybody can hold.</summary>
    public static long? Read(string typed)
    {
        var text = typed.Trim().ToLowerInvariant().Replace(NoBreak, ' ').Replace('\u202F', ' ');
        if (Clock().Match(text) is { Success: true } clock)
        {
            var (hours, minutes) = (Whole(clock.Groups["h"].Value), clock.Groups["m"].Value is { Length: > 0 } m ? Whole(m) : 0);
            return minutes < 60 && (hours * 60) + minutes is > 0 and var sum ? sum : null;
        }

        if (Alone().Match(text) is { Success: true } alone) return Whole(alone.Groups["m"].Value) is > 0 and var minute ? minute : null;
        if (!Part().IsMatch(text)) return null;
        var parts = decimal.Parse(text.TrimEnd('h', ' ').Replace(',', '.'), CultureInfo.InvariantCulture) * 60;
        return parts >= 1 ? (long)Math.Round(parts, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>« 2 h », « 1 h 30 », « 45 min », « −3 h ».</summary>
    public static string Plain(long minutes)
    {
        var (sign, all) = (minutes < 0 ? "−" : "", Math.Abs(minutes));
        var (hours, rest) = (all / 60, all % 60);
        var told = hours.ToString("N0", CultureInfo.CurrentCulture);
        return all == 0 ? $"0{NoBreak}h" : hours == 0 ? $"{sign}{rest}{NoBreak}min" : rest == 0 ? $"{sign}{told}{NoBreak}h" : $"{sign}{told}{NoBreak}h{NoBreak}{rest:00}";
    }

    private static long Whole(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<h>\d{1,4}) ?[h:] ?(?:(?<m>\d{1,2}) ?(?:min|mn|m)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\A(?<m>\d{1,5}) ?(?:min|mn|m|minutes?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\A\d{1,4}(?:[.,]\d{1,2})? ?h?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
