using NodaTime;

namespace Trame.Foundation.Ui;

/// <summary>A month of moments: whole weeks from Monday to Sunday; on a phone, the days that have something.</summary>
public sealed record MonthView(YearMonth Month, LocalDate Today, string PreviousHref, string NextHref, IReadOnlyList<MonthView.Item> Items)
{
    /// <summary>Four to six weeks that hold every day of the month.</summary>
    public IEnumerable<IReadOnlyList<LocalDate>> Weeks()
    {
        var first = Month.OnDayOfMonth(1);
        var last = first.With(DateAdjusters.EndOfMonth);
        for (var monday = first.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)); monday <= last; monday = monday.PlusWeeks(1))
            yield return [.. Enumerable.Range(0, 7).Select(monday.PlusDays)];
    }

    public IEnumerable<Item> On(LocalDate day) => Items.Where(item => item.Day == day);

    public bool Holds(LocalDate day) => day.ToYearMonth() == Month;

    /// <param name="Tie">Something is joined there (signed, inaugurated): in gold.</param>
    public sealed record Item(LocalDate Day, string Text, string Href, bool Tie = false);
}
