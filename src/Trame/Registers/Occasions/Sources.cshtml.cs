using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>Who says what of each field. Where sources disagree, someone chooses which is shown; nothing is erased.</summary>
public sealed class SourcesPage(TrameDb db, ChooseSource choose, FieldNames names) : OccasionPage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Field { get; set; } = "";

    [BindProperty] public string Word { get; set; } = "";

    public IReadOnlyList<(OccasionField Field, FieldSource Shown, IReadOnlyList<FieldSource> Others)> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public bool MayChoose => Rights.May(Actor, OccasionActs.ChooseSource, Occasion);

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayChoose) return Forbidden();
        var said = Occasion.Sources.FirstOrDefault(s => s.Field == Field && $"{s.Source}\n{s.Value}" == Word.ReplaceLineEndings("\n"));
        var outcome = said is null ? new Refusal("occasions.choose.unknown", Field) : await choose.Handle(new(Occasion.Id, Version, Field, said.Source, said.Value), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("occasions.choose.done");
            return Redirect($"{ShowPath}/sources");
        }

        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        Version = Occasion.Version;
        Lines = [.. OccasionField.For(Occasion.Kind).Select(f => (f, Occasion.Said(f), (IReadOnlyList<FieldSource>)[.. Occasion.Disagreements(f)])).Where(l => l.Item2.Value.Length + l.Item3.Count > 0).OrderByDescending(l => l.Item3.Count > 0)];
        Names = await names.Of(Lines.SelectMany(l => l.Others.Append(l.Shown).Select(w => (l.Field, w.Value))), stop);
    }
}
