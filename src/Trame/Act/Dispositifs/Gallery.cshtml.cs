using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Act.Dispositifs;

/// <summary>Comment s'y prendre, et où en est-on ici ?</summary>
public sealed class GalleryPage(TrameDb db, DispositifShelf shelf) : TramePage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "pays")] public string? Country { get; set; }

    public IReadOnlyList<Dispositif> Found { get; private set; } = [];

    public IReadOnlyList<string> Countries { get; private set; } = [];

    public IReadOnlyList<(DispositifRun Run, RunState State)> Running { get; private set; } = [];

    public IReadOnlyList<(string File, DispositifFault Fault)> Faulty => May(DispositifActs.Start) ? shelf.Faulty : [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = shelf.All;
        Countries = [.. all.Select(d => d.Country).Distinct().Order(StringComparer.Ordinal)];
        Found = [.. all.Where(d => (string.IsNullOrEmpty(Country) || d.Country == Country) && Speaks(d))];
        var today = SpaceCalendar.Of(Here.Settings).Today(db.Now);
        var runs = await db.Set<DispositifRun>().AsNoTracking().Where(r => r.EndedOn == null).OrderBy(r => r.Slug).Take(100).ToListAsync(stop);
        Running = [.. runs.Select(r => (r, new RunState(r, today))).OrderByDescending(r => r.Item2.DaysLate)]; // what is late first
    }

    private bool Speaks(Dispositif dispositif) => FrenchTokens.Holds($"{dispositif.Name} {dispositif.Summary} {dispositif.Place} {string.Join(' ', dispositif.Vocabulary.Keys)}", Typed);
}
