using System.Globalization;
using Trame.Foundation.Ui;

namespace Trame.Connect.Needs;

/// <summary>When in an ordinary week: seven days of three parts, as a sheet of paper asks it. Twenty-one characters, Monday morning first.</summary>
public static class WeekSlots
{
    public const int Count = 21;
    public const string None = "000000000000000000000";
    public const string Always = "111111111111111111111";

    /// <summary>First hour and length of the three parts of a day.</summary>
    public static readonly IReadOnlyList<(string Part, int From, int Hours)> Parts = [("morning", 9, 3), ("afternoon", 14, 4), ("evening", 18, 3)];

    /// <summary>From the boxes that were ticked, by their number; what is no box is left out.</summary>
    public static string Of(IEnumerable<string> ticked)
    {
        var slots = None.ToCharArray();
        foreach (var box in ticked)
            if (int.TryParse(box, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Count) slots[at] = '1';
        return new string(slots);
    }

    public static bool Has(string slots, int box) => slots.Length == Count && slots[box] == '1';

    /// <summary>The part of the week that an hour of it belongs to.</summary>
    public static int BoxOf(int hourOfWeek) => ((hourOfWeek / 24) * 3) + (hourOfWeek % 24 < 13 ? 0 : hourOfWeek % 24 < 18 ? 1 : 2);

    /// <summary>« mardi matin », « jeudi après-midi ».</summary>
    public static string Say(int box) => Texts.Get($"needs.slot.{Parts[box % 3].Part}", Day(box / 3));

    /// <summary>« mardi » for 1.</summary>
    public static string Day(int day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((day + 1) % 7));

    public static IEnumerable<string> Said(string slots) => Enumerable.Range(0, Count).Where(i => Has(slots, i)).Select(Say);
}
