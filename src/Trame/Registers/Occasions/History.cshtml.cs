using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>Every change of a record: who, when, why, by which channel, and each field before and after. A change can be taken back.</summary>
public sealed class HistoryPage(TrameDb db, UndoRevision undo, SplitOccasion split, FieldNames names) : OccasionPage(db)
{
    private const int PerPage = 50;

    public sealed record Entry(Revision Revision, IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Others);

    [BindProperty] public Guid RevisionId { get; set; }

    [BindProperty] public List<string> Only { get; set; } = [];

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Occasion> MergedHere { get; private set; } = [];

    public int? Earlier { get; private set; }

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public bool MayUndo => Rights.May(Actor, OccasionActs.Undo, Occasion);

    protected override bool StaysWhenMerged => true;

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, int? avant, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        await Load(avant, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayUndo) return Forbidden();
        var outcome = await undo.Handle(new(Occasion.Id, RevisionId, Only), Actor, stop);
        return await Answer(outcome, "occasions.undo.done", stop);
    }

    public async Task<IActionResult> OnPostSplitAsync(string shelf, string slug, Guid duplicate, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!May(OccasionActs.Merge)) return Forbidden();
        return await Answer(await split.Handle(new(duplicate), Actor, stop), "occasions.split.done", stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken stop)
    {
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{ShowPath}/historique");
        }

        await Reload(stop);
        await Load(null, stop);
        return Refused(outcome);
    }

    private async Task Load(int? before, CancellationToken stop)
    {
        var rows = await Db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == Occasion.Id && r.Version < (before ?? int.MaxValue)).OrderByDescending(r => r.Version).Take(PerPage + 1).ToListAsync(stop);
        Entries = [.. rows.Take(PerPage).Select(r => new Entry(r, RevisionFields.Of(r), [.. RevisionFields.Others(r)]))];
        Earlier = rows.Count > PerPage ? Entries[^1].Revision.Version : null;
        Names = await names.Of(Entries.SelectMany(e => e.Changes).SelectMany(c => new[] { (c.Field, c.Before), (c.Field, c.After) }), stop);
        MergedHere = await Db.Set<Occasion>().AsNoTracking().Where(o => o.MergedIntoId == Occasion.Id).ToListAsync(stop);
    }
}
