using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.Occasions;

/// <summary>Edits a record: all its fields, one source. When someone else saved meanwhile, shows both versions and keeps what was typed.</summary>
public sealed class DescribePage(TrameDb db, DescribeOccasion describe, OccasionForm form) : OccasionPage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Source { get; set; } = "";

    public OccasionFormView Form { get; private set; } = null!; // made by every handler that shows the page

    public IReadOnlyList<ConflictChoice> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!Rights.May(Actor, OccasionActs.Describe, Occasion)) return Redirect($"{ShowPath}/corriger");
        Version = Occasion.Version;
        Form = await form.View(Occasion.Kind, OccasionForm.Values(Occasion), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!Rights.May(Actor, OccasionActs.Describe, Occasion)) return Forbidden();
        var sent = await Request.ReadFormAsync(stop);
        var typed = OccasionForm.Read(sent, Occasion.Kind);
        if (sent.ContainsKey(OccasionForm.ShowDates))
        {
            Form = await form.View(Occasion.Kind, typed, stop);
            return Page();
        }

        foreach (var theirs in typed.Keys.Where(k => sent[$"garder-{k}"] == "theirs").ToList()) typed.Remove(theirs);
        var outcome = Warned([.. OccasionForm.FreeText(typed, Occasion), ("occasions.source", Source)]) ? PeopleWarning.Refusal
            : await describe.Handle(new(Occasion.Id, Version, typed, Source, Spoken()), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("occasions.describe.saved");
            return Redirect(ShowPath);
        }

        await Reload(stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Conflicts = await Compare(typed, stop);
            Version = Occasion.Version; // the next save is against what is shown now
            ModelState.Remove(nameof(Version));
        }

        var shown = OccasionForm.Values(Occasion);
        foreach (var (key, value) in typed) shown[key] = value;
        Form = await form.View(Occasion.Kind, shown, stop);
        return Refused(outcome);
    }

    private async Task<IReadOnlyList<ConflictChoice>> Compare(Dictionary<string, string> typed, CancellationToken stop)
    {
        var since = await Db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == Occasion.Id && r.Version > Version).OrderBy(r => r.Version).ToListAsync(stop);
        var choices = new List<ConflictChoice>();
        foreach (var change in since.SelectMany(r => RevisionFields.Of(r).Select(c => (c.Field, c.Before, r.By))).GroupBy(c => c.Field.Key))
        {
            var (field, before) = (change.First().Field, change.First().Before);
            if (!typed.TryGetValue(field.Key, out var mine)) continue;
            var canonical = field.Check(Occasion, mine, out var text).Accepted ? text : mine;
            if (canonical != field.Read(Occasion)) choices.Add(new(field, mine, field.Read(Occasion), change.Last().By, MineByDefault: canonical != before));
        }

        return choices;
    }
}
