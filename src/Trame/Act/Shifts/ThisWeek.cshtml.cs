using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.Shifts;

/// <summary>Que pourrais-je faire près de chez moi cette semaine ? Where one is, how long one has; no account, nothing kept.</summary>
public sealed class ThisWeekPage(TrameDb db, FindThisWeek find, CommuneChoices communes) : TramePage
{
    [BindProperty(SupportsGet = true)] public string Commune { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Temps { get; set; } = "";

    [BindProperty(SupportsGet = true)] public bool SansVoiture { get; set; }

    [BindProperty(SupportsGet = true)] public bool Enfant { get; set; }

    [BindProperty(SupportsGet = true)] public bool Assis { get; set; }

    public IReadOnlyList<WeekIdea> Ideas { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public IEnumerable<SelectListItem> CommuneList => [new(Texts.Get("week.anywhere"), ""), .. Communes.Select(c => new SelectListItem(c.Name, c.Slug))];

    public static IEnumerable<SelectListItem> Times => [new(Texts.Get("week.time.any"), ""), .. WeekQuestion.MinuteChoices.Select(m => new SelectListItem(Texts.Get("week.time.hours", m / 60), m.ToString(CultureInfo.InvariantCulture)))];

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public bool IsAsked => Commune.Length > 0 || Temps.Length > 0 || SansVoiture || Enfant || Assis;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Communes = await communes.Handle(stop);
        var minutes = int.TryParse(Temps, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && WeekQuestion.MinuteChoices.Contains(asked) ? asked : (int?)null;
        Ideas = await find.Handle(new(Commune, minutes, SansVoiture, Enfant, Assis), stop);
    }

    public static string Long(int minutes) => minutes % 60 == 0 ? Texts.Get("week.hours", minutes / 60) : minutes < 60 ? Texts.Get("week.minutes", minutes) : Texts.Get("week.hours-minutes", minutes / 60, minutes % 60);

    public static string Far(double metres) => metres < 1_000 ? Texts.Get("week.metres", Math.Round(metres / 50) * 50) : Texts.Get("week.kilometres", (metres / 1_000).ToString("0.#", CultureInfo.CurrentUICulture));
}
