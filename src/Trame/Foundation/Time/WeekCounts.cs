using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>How many places are open in each hour of one week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Places">How many hours were given, open or not.</param>
/// <param name="Counts">168 counts, Monday 00 h first; a place counts in an hour when some minute of it is open.</param>
public sealed record WeekCounts(LocalDate Monday, int Places, IReadOnlyList<int> Counts)
{
    public int At(IsoDayOfWeek day, int hour) => Counts[((int)day - 1) * 24 + hour];
}
