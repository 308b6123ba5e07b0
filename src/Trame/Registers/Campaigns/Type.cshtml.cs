using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>A sheet that came back, or a call: its number, one tick a record, and the next one. What changed is then said on the record itself.</summary>
public sealed class TypePage(ReadSheets sheets, AnswerQuestions answer, StopAsking stopAsking) : TramePage
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Canal { get; set; } = "paper";

    public CampaignSheet? Sheet { get; private set; }

    public static IEnumerable<SelectListItem> Channels => ((string[])["paper", "phone", "counter"]).Select(c => new SelectListItem(Texts.Get($"occasions.channel.{c}"), c));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        if (Code.Trim().Length == 0) return Page();
        await Load(stop);
        return Sheet is null ? Refused(new Refusal("campaigns.type.unknown", nameof(Code))) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        await Load(stop);
        if (Sheet is null) return Refused(new Refusal("campaigns.type.unknown", nameof(Code)));
        var sent = await Request.ReadFormAsync(stop);
        var answers = new Dictionary<int, CampaignAnswer>();
        foreach (var line in Sheet.Lines)
            if (EnumWords.TryRead<CampaignAnswer>(sent[$"r-{line.Question.Number.ToString(CultureInfo.InvariantCulture)}"], out var said)) answers[line.Question.Number] = said;
        var channel = EnumWords.TryRead<Channel>(Canal, out var typed) && typed is Channel.Paper or Channel.Phone or Channel.Counter ? typed : Channel.Paper;
        var outcome = await answer.Handle(new(Sheet.Ask.Code, null, answers, channel), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("campaigns.type.done", Sheet.Who);
        // Something changed: it is said on the record, before the next sheet.
        return Sheet.Lines.FirstOrDefault(l => answers.GetValueOrDefault(l.Question.Number) == CampaignAnswer.Changed) is { } changed
            ? Redirect($"{Request.PathBase}{Occasions.OccasionShelf.Path(changed.Occasion)}/decrire")
            : Redirect($"{Request.PathBase}/bureau/campagnes/saisir?canal={EnumWords.Write(channel)}");
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        await Load(stop);
        var outcome = Sheet is null ? new Refusal("campaigns.type.unknown", nameof(Code)) : await stopAsking.Handle(new(Sheet.Ask.Code, null), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("campaigns.stopped");
        return Redirect($"{Request.PathBase}/bureau/campagnes/saisir");
    }

    // A number is typed as it is read aloud: small letters, a blank or nothing for the dash.
    private async Task Load(CancellationToken stop)
    {
        var letters = new string([.. Code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        Sheet = letters.Length == 8 ? await sheets.One($"{letters[..4]}-{letters[4..]}", stop) : null;
    }
}
