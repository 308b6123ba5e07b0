using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

/// <summary>What the pages of a place that lives share: finding it, who holds it, how hours and euros are typed and said.</summary>
public abstract class PlacePage(TrameDb db) : OccasionPage(db)
{
    public PlaceLife Life { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<SharedSpace> Spaces { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public LocalDate Today => Calendar.Today(Now);

    public bool MayHost => Rights.May(Actor, SharedPlaceActs.Host, Occasion);

    public string SpaceName(Guid id) => Spaces.FirstOrDefault(s => s.Id == id)?.Name ?? "";

    public static string Euros(long cents) => PlainNumbers.Euros(cents, CultureInfo.CurrentUICulture);

    public string Hours(Instant from, Instant to) => $"{Calendar.Local(from).TimeOfDay.PlainTime(CultureInfo.CurrentUICulture)} – {Calendar.Local(to).TimeOfDay.PlainTime(CultureInfo.CurrentUICulture)}";

    public string DayOf(Instant at) => Calendar.Local(at).Date.PlainWeekday(CultureInfo.CurrentUICulture);

    public static IEnumerable<SelectListItem> Words<T>(string key) where T : struct, Enum => EnumWords.Words<T>().Select(w => new SelectListItem(Texts.Get($"{key}.{w}"), w));

    protected static LocalDate? DayIn(string typed) => LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var day } ? day : null;

    protected static LocalTime? TimeIn(string typed) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(typed) is { Success: true, Value: var time } ? time : null;

    protected static int? Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Null when the place is found; otherwise where to go instead.</summary>
    protected async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find("lieux", slug, stop) is { } elsewhere) return elsewhere;
        Life = await Db.Set<PlaceLife>().AsNoTracking().FirstOrDefaultAsync(l => l.PlaceId == Occasion.Id, stop) ?? new PlaceLife(Occasion.Id);
        Spaces = await Db.Set<SharedSpace>().AsNoTracking().Where(s => s.PlaceId == Occasion.Id).OrderBy(s => s.Retired).ThenBy(s => s.Name).ToListAsync(stop);
        return null;
    }

    /// <summary>Done: the sentence, and where it can be seen; refused: the page again with its reasons.</summary>
    protected async Task<IActionResult> Did(string slug, string said, string page, Func<Task<Outcome>> act, Func<Task> load, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{ShowPath}/{page}");
        }

        if (outcome.Refusals.Contains(Refusal.NotAllowed)) return Forbidden();
        await Reload(stop);
        await Enter(slug, stop);
        await load();
        ModelState.Remove("Version");
        return Refused(outcome);
    }
}
