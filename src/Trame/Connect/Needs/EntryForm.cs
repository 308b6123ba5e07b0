using NodaTime;
using Trame.Foundation.Data;
using Trame.Registers.People;

namespace Trame.Connect.Needs;

/// <summary>What a need and an offer ask alike, as it was typed: who, where, when, how to be reached, until when.</summary>
/// <param name="Commune">Slug of the commune.</param>
/// <param name="Latitude">Of the door; only its cell is kept. Null when not said.</param>
/// <param name="Months">How long it stands.</param>
/// <param name="Code">The carnet they hold already, or nothing.</param>
/// <param name="Consent">They agree that this be kept.</param>
public sealed record EntryForm(string Commune, double? Latitude, double? Longitude, string Slots, GettingAbout About, string Name, IReadOnlyList<ContactStep> Contacts, WhoSees SeenBy, int Months, string Code, bool Consent)
{
    public static readonly IReadOnlyList<int> Lengths = [1, 3, 6, 12];

    public IEnumerable<Refusal> Wrong(bool communeKnown)
    {
        if (!communeKnown) yield return new("needs.commune.missing", "Commune");
        if (Latitude is null != Longitude is null || Latitude is < -85 or > 85 or double.NaN || Longitude is < -180 or > 180 or double.NaN) yield return new("needs.point.wrong", "Latitude");
        if (Name.Trim().Length > CarnetEntry.NameLength) yield return new("occasions.field.long", "Name", $"{CarnetEntry.NameLength}", $"{Name.Trim().Length}");
        if (Contacts.Count > ContactStep.Most) yield return new("needs.contacts.many", "Where1");
        foreach (var (step, number) in Contacts.Select((c, i) => (c, i + 1)))
        {
            if (step.Where.Length > ContactStep.WhereLength) yield return new("occasions.field.long", $"Where{number}", $"{ContactStep.WhereLength}", $"{step.Where.Length}");
            if (step.GoodHours.Length > ContactStep.HoursLength) yield return new("occasions.field.long", $"Hours{number}", $"{ContactStep.HoursLength}", $"{step.GoodHours.Length}");
        }

        if (!Lengths.Contains(Months)) yield return new("needs.months.wrong", "Months");
        if (!Consent) yield return new("needs.consent.missing", "Consent");
    }

    /// <summary>The code they hold, as it is kept; a new one when they hold none.</summary>
    public string CodeOrNew() => Code.Trim() is { Length: > 0 } held ? held.ToUpperInvariant() : Tokens.Code(3);

    public LocalDate ExpiresOn(LocalDate today) => today.PlusMonths(Months);

    public void Fill(CarnetEntry entry, (double, double)? cell, Guid? crisis)
    {
        entry.Place(cell);
        entry.Reach(Name.Trim(), Contacts, SeenBy);
        entry.Week(Slots, About);
        entry.During(crisis);
    }
}
