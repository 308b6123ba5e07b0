using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Act.Projects;

/// <summary>« Qu'est-ce qui se prépare, et où manque-t-on de bras ? »: every project, what stopped included; a search is a link, as everywhere.</summary>
public sealed class ListPage(FindOccasions find, FindWants wants, CommuneChoices communes, TrameDb db) : TramePage
{
    private const int MostNamed = 3;
    private const int MostLacking = 8;
    private const int LearnedShown = 160;

    public OccasionQuery Query { get; private set; } = new();

    public OccasionResult Result { get; private set; } = null!; // set by OnGet before the page is written

    public IReadOnlyList<ProjectCard> Lines { get; private set; } = [];

    /// <summary>Without a search, those that lack something come before the others.</summary>
    public IReadOnlyList<ProjectCard> Lacking { get; private set; } = [];

    public IReadOnlyList<Refusal> LeftOut { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (asked, leftOut) = OccasionQueryText.Read(Request.Query);
        Query = new OccasionQuery { Text = asked.Text, Stages = asked.Stages, Wanted = asked.Wanted, Territory = asked.Territory, Sort = asked.Sort, Cursor = asked.Cursor, PageSize = asked.PageSize };
        Result = await find.Brief(Searched(Query), counted: true, stop);
        LeftOut = [.. leftOut, .. Result.LeftOut];
        Communes = await communes.Handle(stop);
        var lacking = Query is { Cursor: null, Sort: null } && Chips.Count == 0
            ? (await find.Brief(new OccasionQuery { Kinds = [OccasionKind.Project], Wanted = Vocabulary.Wants, Sort = OccasionSort.Fresh, PageSize = MostLacking }, counted: false, stop)).Items : [];
        var cards = await Cards([.. lacking, .. Result.Items], stop);
        Lacking = [.. cards.Take(lacking.Count)];
        Lines = [.. cards.Skip(lacking.Count).Where(c => lacking.All(l => l.Id != c.Occasion.Id))]; // once on a page is enough
    }

    /// <summary>Each active filter, with the same search without it.</summary>
    public IReadOnlyList<LinkView> Chips
    {
        get
        {
            var bare = Query with { Cursor = null };
            List<LinkView> chips = [];
            if (bare.Text.Length > 0) chips.Add(new($"« {bare.Text} »", Href(bare with { Text = "" })));
            foreach (var filter in (OccasionFilter[])[OccasionFilter.Named("etape"), OccasionFilter.Named("manque")])
                chips.AddRange(filter.Chosen(bare).Select(code => new LinkView(Texts.Get($"occasions.{filter.List}.{code}"), Href(filter.Toggle(bare, code)))));
            if (bare.Territory is { } territory) chips.Add(new(Result.Places.TerritoryName ?? territory, Href(bare with { Territory = null })));
            return chips;
        }
    }

    public PagesView Pages => new(Result.Previous is { } before ? Href(Query with { Cursor = before }) : null, Result.Next is { } after ? Href(Query with { Cursor = after }) : null);

    // Projects at every stage unless one is asked, the freshest first: what stopped is an outcome, never hidden.
    private static OccasionQuery Searched(OccasionQuery query) => query with
    {
        Kinds = [OccasionKind.Project],
        Statuses = query.Stages.Count > 0 ? [] : [OccasionStatus.Open, OccasionStatus.Paused, OccasionStatus.Closed],
        Sort = query.Sort ?? (query.Text.Length > 0 ? null : OccasionSort.Fresh),
    };

    private string Href(OccasionQuery query) => OccasionQueryText.Print(query) is { Length: > 0 } search ? $"{Request.PathBase}/faire?{search}" : $"{Request.PathBase}/faire";

    private async Task<IReadOnlyList<ProjectCard>> Cards(IReadOnlyList<OccasionSummary> items, CancellationToken stop)
    {
        var ids = items.Select(i => i.Id).Distinct().ToList();
        if (ids.Count == 0) return [];
        var today = SpaceCalendar.Of(Here.Settings).Today(db.Now);
        var said = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.EarlyStage, p.StartsOn, p.Status, p.Learned }).ToDictionaryAsync(p => p.Id, stop);
        var looked = await wants.Of(ids, stop);
        return [.. items.Where(i => said.ContainsKey(i.Id)).Select(i => (Item: i, Said: said[i.Id])).Select(x => new ProjectCard(x.Item, Project.StageOf(x.Said.Status, x.Said.StartsOn, x.Said.EarlyStage, today),
            x.Said.Status == OccasionStatus.Open ? Missing(looked[x.Item.Id]) : [], x.Said.Learned.Length > LearnedShown ? $"{x.Said.Learned[..LearnedShown].TrimEnd()}…" : x.Said.Learned))];
    }

    // « 4 personnes pour bêcher, 600 € pour la clôture, et 2 autres choses ».
    private static List<string> Missing(IEnumerable<Want> wants)
    {
        var missing = wants.Where(w => w.Missing > 0).ToList();
        List<string> told = [.. missing.Take(MostNamed).Select(w => Texts.Get("projects.list.lacks", Quantities.Say(w.Kind, w.Missing), w.What))];
        if (missing.Count > MostNamed) told.Add(Texts.CountOf("projects.list.lacks.more", missing.Count - MostNamed));
        return told;
    }
}
