using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Every change of an organisation: who, when, why, each field before and after. A change can be taken back, a merge undone.</summary>
public sealed class HistoryPage(TrameDb db, UndoInOrganisation undo, SplitOrganisation split) : TramePage
{
    private const int PerPage = 50;

    public sealed record Entry(Revision Revision, IReadOnlyList<(OrganisationField Field, string Before, string After)> Changes);

    [BindProperty] public Guid RevisionId { get; set; }

    [BindProperty] public List<string> Only { get; set; } = [];

    public Organisation Organisation { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<Organisation> MergedHere { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Territories { get; private set; } = new Dictionary<string, string>();

    public int? Earlier { get; private set; }

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public Instant Now => db.Now;

    public bool MayUndo => May(OrganisationActs.Describe) && Organisation.MergedIntoId is null;

    public async Task<IActionResult> OnGetAsync(string slug, int? avant, CancellationToken stop) => await Load(slug, avant, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, null, stop)) return NotFound();
        if (!May(OrganisationActs.Describe)) return Forbidden();
        return await Answer(await undo.Handle(new(Organisation.Id, RevisionId, Only), Actor, stop), "occasions.undo.done", stop);
    }

    public async Task<IActionResult> OnPostSplitAsync(string slug, Guid duplicate, CancellationToken stop)
    {
        if (!await Load(slug, null, stop)) return NotFound();
        if (!May(OrganisationActs.Merge)) return Forbidden();
        return await Answer(await split.Handle(new(duplicate), Actor, stop), "organisations.split.done", stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken stop)
    {
        var slug = Organisation.Slug;
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{Request.PathBase}/organisations/{slug}/historique");
        }

        db.ChangeTracker.Clear();
        return await Load(slug, null, stop) ? Refused(outcome) : NotFound();
    }

    private async Task<bool> Load(string slug, int? before, CancellationToken stop)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop) is not { } organisation) return false;
        Organisation = organisation;
        var rows = await db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == organisation.Id && r.Version < (before ?? int.MaxValue)).OrderByDescending(r => r.Version).Take(PerPage + 1).ToListAsync(stop);
        Entries = [.. rows.Take(PerPage).Select(r => new Entry(r, OrganisationField.Changed(r)))];
        Earlier = rows.Count > PerPage ? Entries[^1].Revision.Version : null;
        MergedHere = await db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId == organisation.Id).OrderBy(o => o.Slug).ToListAsync(stop);
        Territories = await OrganisationWords.Territories(db, Entries.SelectMany(e => e.Changes).Where(c => c.Field.Key == "territory").SelectMany(c => new[] { c.Before, c.After }), stop);
        return true;
    }
}
