using System.Globalization;
using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Observe.OpenData;

/// <summary>Que valent nos sources : sont-elles fraîches, complètes, d'accord entre elles ?</summary>
public sealed class QualityModel(ReadQuality quality) : TramePage
{
    public RegisterQuality Register { get; private set; } = null!; // set by OnGet

    /// <summary>The answer in a line.</summary>
    public string Answer => Register.Sources.Count == 0 ? Texts.Get("opendata.sources.none")
        : Texts.Get("opendata.quality.answer", Texts.CountOf("opendata.quality.sources", Register.Sources.Count), Percent(Register.Sources.Sum(s => s.Fresh), Register.Sources.Sum(s => s.Records)), Texts.CountOf("opendata.quality.disputes", Register.Fields.Sum(f => f.Disputed)));

    public async Task OnGetAsync(CancellationToken stop) => Register = await quality.Handle(stop);

    public string Day(Instant? at) => at is { } moment ? SpaceCalendar.Of(Here.Settings).Local(moment).Date.PlainDay(CultureInfo.CurrentCulture) : "—";

    /// <summary>« 84 % »; a dash when there is nothing to divide by.</summary>
    public static string Percent(int part, int whole) => whole == 0 ? "—" : ((double)part / whole).ToString("P0", CultureInfo.CurrentCulture);
}
