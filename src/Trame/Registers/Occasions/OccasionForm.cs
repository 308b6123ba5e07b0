using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Between a record and its form: reads what was sent, and prepares what is shown.</summary>
public sealed class OccasionForm(TrameDb db, CurrentSpace space, IEnumerable<OccasionBirth> births)
{
    /// <summary>The button that shows the next dates of what is typed, without sending it.</summary>
    public const string ShowDates = "voir-dates";

    private const int MostChoices = 500;
    private const int DatesShown = 6;

    /// <summary>What was sent, by field key. Questions that were not asked are not in it.</summary>
    public static Dictionary<string, string> Read(IFormCollection form, OccasionKind kind)
    {
        var asked = form["asked"].ToHashSet();
        var values = new Dictionary<string, string>();
        foreach (var field in OccasionField.For(kind))
        {
            if (field.Shape == FieldShape.Hours) Put(values, field.Key, HoursSent(form));
            else if (field.Shape == FieldShape.Recurrence) Put(values, field.Key, RuleForm.Sent(form));
            else if (field.Shape == FieldShape.Stops) Put(values, field.Key, form.ContainsKey(field.Key) ? StopLines.Read(form[field.Key].ToString()) : null);
            else if (form.TryGetValue(field.Key, out var sent)) values[field.Key] = field.Shape == FieldShape.Choices ? string.Join(' ', sent.ToArray()) : sent.ToString();
            else if (asked.Contains(field.Key)) values[field.Key] = "";
        }

        return values;
    }

    public async Task<OccasionFormView> View(OccasionKind kind, IReadOnlyDictionary<string, string> values, CancellationToken stop)
    {
        var communes = await db.Set<Territory>().AsNoTracking().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Name).Take(MostChoices).ToListAsync(stop);
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => o.ClosedAt == null).OrderBy(o => o.Name).Take(MostChoices).Select(o => o.Name).ToListAsync(stop);
        var shown = new Dictionary<string, string>(values);
        await Name(shown, stop);
        return new(kind, shown, [.. communes.Select(Label)], organisations) { Dates = Dates(kind, values) };
    }

    /// <summary>The free text of what was typed, with its labels; only what is new when the record is known.</summary>
    public static IEnumerable<(string Label, string Text)> FreeText(IReadOnlyDictionary<string, string> typed, Occasion? known = null) =>
        OccasionField.All.Where(f => f.IsFreeText && typed.TryGetValue(f.Key, out var text) && text != (known is null ? "" : f.Read(known)))
            .Select(f => ($"occasions.field.{f.Key}", typed[f.Key]));

    /// <summary>The values of a record, as its form shows them.</summary>
    public static Dictionary<string, string> Values(Occasion occasion) => OccasionField.For(occasion.Kind).ToDictionary(f => f.Key, f => f.Read(occasion));

    /// <summary>The next times of a moment as it is typed: rule, exceptions and holidays of the space. Null when its dates say nothing, or are wrong.</summary>
    public IReadOnlyList<LocalDateTime>? Dates(OccasionKind kind, IReadOnlyDictionary<string, string> values)
    {
        if (kind != OccasionKind.Moment) return null;
        var typed = births.Single(b => b.Kind == kind).Make("", "", Guid.Empty, "", db.Now);
        foreach (var key in (string[])["starts-on", "starts-at", "ends-on", "recurrence"])
            if (values.TryGetValue(key, out var value) && value.Length > 0 && !OccasionField.Named(key).Write(typed, value).Accepted) return null;
        if (typed.StartsOn is null && typed.Recurrence.Length == 0) return null;
        var calendar = SpaceCalendar.Of(space.Settings);
        var today = calendar.Today(db.Now);
        return [.. OccasionTimes.Between(typed, calendar, today, today.PlusYears(2), DatesShown + 1).Where(t => t.EndsAt > db.Now).Take(DatesShown).Select(t => t.Start)];
    }

    // The form shows names where the register keeps identifiers.
    private async Task Name(Dictionary<string, string> values, CancellationToken stop)
    {
        if (Guid.TryParse(values.GetValueOrDefault("territory"), out var territory) && await db.FindAsync<Territory>([territory], stop) is { } place) values["territory"] = Label(place);
        if (Guid.TryParse(values.GetValueOrDefault("organisation"), out var organisation) && await db.FindAsync<Organisation>([organisation], stop) is { } who) values["organisation"] = who.Name;
        if (values.GetValueOrDefault("stops") is { Length: > 0 } stops) values["stops"] = StopLines.Write(stops);
    }

    private static string Label(Territory territory) => (territory.CodeOf("insee") ?? territory.CodeOf("nis5")) is { } code ? $"{territory.Name} ({code})" : territory.Name;

    private static void Put(Dictionary<string, string> values, string key, string? value)
    {
        if (value is not null) values[key] = value;
    }

    // The text is for those who know the grammar, the grid for the others: whichever was changed speaks.
    private static string? HoursSent(IFormCollection form)
    {
        if (!form.ContainsKey("hours") && !form.ContainsKey("hours-grid")) return null;
        var text = form["hours"].ToString().Trim();
        var grid = HoursBoxes.Text(HoursBoxes.Sent(form));
        return form.ContainsKey("hours-grid") && text == form["hours-was"].ToString() && grid != form["hours-grid"].ToString() ? grid : text;
    }
}
