using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

/// <summary>« De quoi faut-il débattre ? » Three questions; the rest is framed with whoever decides.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ProposePage(TrameDb db, ProposeDebate propose, CommuneChoices communes) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Object { get; set; } = "";

    [BindProperty] public string Place { get; set; } = "";

    [BindProperty] public string Commune { get; set; } = "";

    [BindProperty] public string About { get; set; } = "";

    [BindProperty] public string StartedBy { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "online";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public Occasion? Subject { get; private set; }

    public bool MaySpeakFor => May(DebateActs.Run);

    public async Task OnGetAsync([FromQuery(Name = "a-propos")] string? about, CancellationToken stop)
    {
        About = about ?? "";
        if (MaySpeakFor) Channel = "counter";
        await Load(stop);
        if (Subject is { } subject) Place = subject.Address.Length > 0 ? subject.Address : subject.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        var channel = MaySpeakFor && EnumWords.TryRead<Channel>(Channel, out var said) && said != Foundation.Facts.Channel.Import ? said : Foundation.Facts.Channel.Online;
        Outcome<Debate> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : Warned(("debates.name", Name), ("debates.object", Object), ("debates.place", Place), ("debates.started-by", StartedBy)) ? PeopleWarning.Refusal
            : await propose.Handle(new(Name, Object, Place, Commune, About, StartedBy, channel), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        if (outcome.Value.Stage == DebateStage.Framing) return Redirect($"{Request.PathBase}/debats/{outcome.Value.Slug}/cadre");
        Tell("debates.proposed");
        return Redirect($"{Request.PathBase}/debats/suivi/{outcome.Value.Code}");
    }

    private async Task Load(CancellationToken stop)
    {
        Communes = await communes.Handle(stop);
        var parts = About.TrimEnd('/').Split('/');
        if (parts.Length >= 2 && OccasionShelf.Kind(parts[^2]) is { } kind && parts[^1] is { Length: > 0 } slug) Subject = await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Kind == kind && o.Slug == slug && o.MergedIntoId == null, stop);
    }
}
