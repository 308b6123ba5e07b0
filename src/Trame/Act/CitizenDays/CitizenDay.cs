using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Act.CitizenDays;

/// <summary>A day when a whole commune works together on many worksites. Holds: it ends after it starts; who signed up is with it, never in it.</summary>
public sealed class CitizenDay : IVersioned
{
    public const int NameLength = 120;
    public const int TextLength = 600;

    private CitizenDay() { }

    private CitizenDay(string name, string slug, Guid territoryId, LocalDate day) => (Name, Slug, TerritoryId, Day) = (name, slug, territoryId, day);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public LocalDate Day { get; private set; }
    public LocalTime StartsAt { get; private set; } = new(9, 0);
    public LocalTime EndsAt { get; private set; } = new(17, 0);
    public DayText About { get; private set; } = DayText.Empty;

    /// <summary>Whether people may sign up online; a counter and the desk of the day always may.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>The teams as they were last computed; null: never.</summary>
    public PlanTold? Plan { get; private set; }

    /// <summary>When people were told where to go.</summary>
    public Instant? ToldAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<CitizenDay> Of(string name, string slug, Guid territoryId, LocalDate day)
    {
        var made = new CitizenDay(name.Trim(), slug, territoryId, day);
        var outcome = made.Describe(name, day, made.StartsAt, made.EndsAt, DayText.Empty, open: true);
        return outcome.Accepted ? made : outcome;
    }

    public Outcome Describe(string name, LocalDate day, LocalTime startsAt, LocalTime endsAt, DayText about, bool open)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("days.name.missing", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (endsAt <= startsAt) refusals.Add(new("days.hours.wrong", "EndsAt"));
        if (about.Parts.Any(p => p.Text.Length > TextLength)) refusals.Add(new("days.text.long", "Lead", $"{TextLength}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Name, Day, StartsAt, EndsAt, About, IsOpen) = (name.Trim(), day, startsAt, endsAt, about, open);
        return Outcome.Done;
    }

    public void Planned(PlanTold plan) => Plan = plan;

    public void Told(Instant at) => ToldAt = at;
}
