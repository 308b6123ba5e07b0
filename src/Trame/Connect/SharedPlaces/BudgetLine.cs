using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.SharedPlaces;

/// <summary>Money that came in or went out, in cents. A line that was wrong is crossed out, never erased.</summary>
public sealed class BudgetLine : IVersioned
{
    public const int WhatLength = 120;
    public const long Most = 100_000_000_00;

    private BudgetLine() { }

    private BudgetLine(Guid placeId, LocalDate day, BudgetSource source, string what, long cents) => (PlaceId, Day, Source, What, Cents) = (placeId, day, source, what, cents);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public LocalDate Day { get; private set; }
    public BudgetSource Source { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>Positive: came in. Negative: went out.</summary>
    public long Cents { get; private set; }
    public Instant? RemovedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<BudgetLine> Of(Guid placeId, LocalDate? day, BudgetSource source, string what, long? cents)
    {
        var refusals = new List<Refusal>();
        if (day is null) refusals.Add(new("occasions.field.date", "Day", ""));
        if (Blank.Is(what) || what.Trim().Length > WhatLength) refusals.Add(new("shared.budget.no-what", "What", $"{WhatLength}"));
        if (cents is not (> 0 and <= Most)) refusals.Add(new("shared.amount.wrong", "Amount"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        return new BudgetLine(placeId, day!.Value, source, what.Trim(), source == BudgetSource.Spending ? -cents!.Value : cents!.Value); // refused just above
    }

    public void Remove(Instant at) => RemovedAt ??= at;
}
