using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Opinions;

/// <summary>What unites, what divides, what each group holds, how sure it is, and who is missing.</summary>
public sealed class ResultsPage(TrameDb db, DrawOpinions draw) : OpinionPage(db)
{
    public OpinionResults Results { get; private set; } = null!; // drawn before the page is written

    public static char Letter(int group) => (char)('A' + group);

    public static string Percent(double share) => PlainNumbers.Percent((decimal)Math.Round(share, 2), CultureInfo.CurrentUICulture);

    public string When => Foundation.Spaces.SpaceCalendar.Of(Here.Settings).Local(Results.At).PlainMoment(CultureInfo.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Results = await draw.Of(Debate, stop);
        return Page();
    }
}
