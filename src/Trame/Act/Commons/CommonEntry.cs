using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Act.Commons;

/// <summary>A line of the notebook of a commons: what was decided, looked after, broken. Never rewritten; what was to do is done.</summary>
public sealed class CommonEntry
{
    public const int WhatLength = 400;

    private CommonEntry() { }

    private CommonEntry(Guid goodId, EntryKind kind, string what, LocalDate day, LocalDate? dueOn, Instant at) => (GoodId, Kind, What, Day, DueOn, At) = (goodId, kind, what, day, dueOn, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid GoodId { get; private set; }
    public EntryKind Kind { get; private set; }
    public string What { get; private set; } = "";
    public LocalDate Day { get; private set; }

    /// <summary>By when it is to be done; null when it is only told.</summary>
    public LocalDate? DueOn { get; private set; }
    public LocalDate? DoneOn { get; private set; }

    /// <summary>The rules that a decision replaced.</summary>
    public string Before { get; private set; } = "";
    public Instant At { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<CommonEntry> Of(Guid goodId, EntryKind kind, string what, LocalDate day, LocalDate? dueOn, Instant at)
    {
        var text = what.Trim();
        if (text.Length is 0 or > WhatLength) return new Refusal("commons.entry.missing", "What", $"{WhatLength}");
        if (dueOn < day) return new Refusal("commons.entry.due", "DueOn");
        return new CommonEntry(goodId, kind, text, day, kind == EntryKind.Decision ? null : dueOn, at);
    }

    public bool IsLate(LocalDate today) => DueOn < today && DoneOn is null;

    public Outcome Do(LocalDate day)
    {
        if (DueOn is null) return new Refusal("commons.entry.nothing");
        if (DoneOn is not null) return Outcome.Done; // sent twice
        DoneOn = day;
        Version++;
        return Outcome.Done;
    }

    internal void Keep(string before) => Before = before;
}
