using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Engines.Mixing;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Act.CitizenDays;

/// <summary>One citizen day for everybody: when, where, which worksites and what they miss; afterwards, what was done and who met whom, in numbers.</summary>
public sealed class ShowPage(TrameDb db, ReadDay read) : DayPage(db, read)
{
    public IReadOnlyDictionary<Guid, Hands> Hands { get; private set; } = new Dictionary<Guid, Hands>();

    public bool WasHeld => Sites.Any(s => s.Came is not null);

    /// <summary>Somebody was placed: before that, a worksite misses nobody yet.</summary>
    public bool HasTeams => SignUps.Any(s => s.SiteId is not null);

    /// <summary>People who would like to go there first.</summary>
    public int Wished(Worksite site) => SignUps.Where(s => s.Wishes.Count > 0 && s.Wishes[0] == site.Id).Sum(s => s.People.Count);

    /// <summary>Null while nothing was held.</summary>
    public Measure? Mixing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop)) return NotFound();
        Hands = CitizenDays.Hands.Of(Kept, SignUps).ToDictionary(h => h.Site.Id);
        if (WasHeld) Mixing = await Met(stop);
        return Page();
    }

    private async Task<Measure> Met(CancellationToken stop)
    {
        var told = Sites.Select(s => s.FactId).OfType<Guid>().ToList();
        var facts = await Db.Set<Fact>().AsNoTracking().Where(f => told.Contains(f.Id)).ToListAsync(stop);
        return DayMixing.Of(facts.OrderBy(f => f.SubjectId).Select(f => (IReadOnlyList<(string, int)>)[.. f.Marginals.Where(m => m.Dimension == TellWorksite.Quarter).Select(m => (m.Value, m.Count))]), stop);
    }
}
