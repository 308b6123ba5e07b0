using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Act.Shifts;

/// <summary>A stretch of time when hands are wanted: the bar of a ball, the opening of a workshop, a row of the garden. Holds: never more hands than wanted; who comes too many waits, and takes a place that frees itself.</summary>
public sealed class Shift
{
    public const int NameLength = 100;
    public const int WhatLength = 400;
    public const int MostWanted = 200;
    public const int ReasonLength = 200;

    private Shift() { }

    private Shift(Guid occasionId, string name, string what, LocalDateTime at, int minutes, int wanted, bool withChildren, bool seated) =>
        (OccasionId, Name, What, Day, StartsAt, Minutes, Wanted, WithChildren, Seated) = (occasionId, name, what, at.Date, at.TimeOfDay, minutes, wanted, withChildren, seated);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The place, the moment or the project that wants them.</summary>
    public Guid OccasionId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>What one does there, what to bring.</summary>
    public string What { get; private set; } = "";
    public LocalDate Day { get; private set; }
    public LocalTime StartsAt { get; private set; }
    public int Minutes { get; private set; }
    public int Wanted { get; private set; }

    /// <summary>Places that somebody has; the others who signed up wait.</summary>
    public int Taken { get; private set; }

    /// <summary>One may come with a child.</summary>
    public bool WithChildren { get; private set; }

    /// <summary>It can be done sitting down.</summary>
    public bool Seated { get; private set; }

    /// <summary>Why it will not be; empty while it will.</summary>
    public string Cancelled { get; private set; } = "";

    /// <summary>What told how many came, the last time it was told.</summary>
    public Guid? FactId { get; private set; }
    public int Version { get; private set; } = 1;

    public LocalDateTime Start => Day.At(StartsAt);

    public LocalDateTime End => Start.PlusMinutes(Minutes);

    public int Free => Math.Max(0, Wanted - Taken);

    public static Outcome<Shift> Make(Guid occasionId, string name, string what, LocalDateTime at, int minutes, int wanted, bool withChildren, bool seated)
    {
        List<Refusal> refusals = [];
        if (name.Trim().Length is 0 or > NameLength) refusals.Add(new("shifts.name.missing", "Name", $"{NameLength}"));
        if (what.Trim().Length > WhatLength) refusals.Add(new("occasions.field.long", "What", $"{WhatLength}", $"{what.Trim().Length}"));
        if (minutes is < 15 or > 24 * 60) refusals.Add(new("shifts.minutes.wrong", "EndsAt"));
        if (wanted is < 1 or > MostWanted) refusals.Add(new("shifts.wanted.wrong", "Wanted", $"{MostWanted}"));
        return refusals.Count > 0 ? Outcome.Of(refusals) : new Shift(occasionId, name.Trim(), what.Trim(), at, minutes, wanted, withChildren, seated);
    }

    /// <returns>False when every place is taken: whoever asked waits.</returns>
    public bool Take()
    {
        if (Free == 0) return false;
        Taken++;
        Version++;
        return true;
    }

    public void Leave()
    {
        if (Taken == 0) throw new InvalidOperationException("Nobody has a place in this shift.");
        Taken--;
        Version++;
    }

    public Outcome Cancel(string why)
    {
        if (Cancelled.Length > 0) return Outcome.Done;
        if (why.Trim().Length is 0 or > ReasonLength) return new Refusal("shifts.cancel.why", "Why", $"{ReasonLength}");
        Cancelled = why.Trim();
        Version++;
        return Outcome.Done;
    }

    public void Told(Guid factId)
    {
        FactId = factId;
        Version++;
    }
}
