using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Occasions;

/// <summary>« Que faire près de chez moi ? »: one search, four views of its result, and the link that saves it.</summary>
public sealed class IndexModel(FindOccasions find, OccasionMap map, TrameDb db, CurrentSpace here, CommuneChoices communes, Shell shell) : TramePage
{
    public static readonly IReadOnlyList<string> Views = ["liste", "carte", "tableau", "calendrier"];

    private const int MostInMonth = 1_000;

    public string View { get; private set; } = "liste";
    public OccasionQuery Query { get; private set; } = new();
    public OccasionResult Result { get; private set; } = null!; // set by OnGet before the page is written
    public IReadOnlyList<Refusal> LeftOut { get; private set; } = [];
    public OccasionWords Words { get; private set; } = null!;
    public ChoroplethView? Map { get; private set; }
    public MonthView? Month { get; private set; }
    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? vue, string? mois, CancellationToken stop)
    {
        (Query, var leftOut) = OccasionQueryText.Read(Request.Query);
        View = Views.Contains(vue) ? vue! : "liste";
        var calendar = SpaceCalendar.Of(here.Settings);
        Words = new OccasionWords(calendar, db.Now, here.Settings.FreshMonths, CultureInfo.CurrentUICulture);
        if (View == "tableau" && Query.PageSize == OccasionQuery.UsualPage) Query = Query with { PageSize = 50 };
        var month = YearMonthPattern.Iso.Parse(mois ?? "") is { Success: true, Value: { Year: > 1900 and < 2200 } } asked ? asked.Value : calendar.Today(db.Now).ToYearMonth();
        if (View == "calendrier") Query = Query with { From = month.OnDayOfMonth(1), To = month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1), Kinds = [OccasionKind.Moment], Cursor = null };
        Result = await find.Handle(Query, stop);
        shell.Near = Result.Places.Centre;
        LeftOut = [.. leftOut, .. Result.LeftOut];
        Communes = await communes.Handle(stop);
        if (View == "carte") Map = await map.Draw(Query with { Cursor = null }, Request.PathBase, stop);
        if (View == "calendrier") Month = await MonthOf(month, calendar, stop);
        return Page();
    }

    /// <summary>What was looked for and how it is shown: what tells two windows apart.</summary>
    public string Title => string.Join(", ", new[] { Query.Text.Length > 0 ? $"« {Query.Text} »" : "", Texts.Get("find.title"), View == "liste" ? "" : Texts.Get($"find.view.{View}") }.Where(p => p.Length > 0));

    /// <summary>The page of a search, in this view or another.</summary>
    public string Href(OccasionQuery query, string? view = null)
    {
        if ((view ?? View) == "calendrier") query = query with { From = null, To = null, Kinds = [] };
        if (View == "tableau" && query.PageSize == 50) query = query with { PageSize = OccasionQuery.UsualPage };
        var search = OccasionQueryText.Print(query);
        var shown = (view ?? View) == "liste" ? "" : $"vue={view ?? View}";
        var link = string.Join('&', new[] { shown, search }.Where(p => p.Length > 0));
        return $"{Request.PathBase}/occasions{(link.Length > 0 ? $"?{link}" : "")}";
    }

    public string FileHref(string kind) => OccasionQueryText.Print(Query with { Cursor = null, PageSize = OccasionQuery.UsualPage }) is { Length: > 0 } search
        ? $"{Request.PathBase}/occasions.{kind}?{search}" : $"{Request.PathBase}/occasions.{kind}";

    /// <summary>Each active filter, with the same search without it.</summary>
    public IReadOnlyList<LinkView> Chips()
    {
        var bare = Query with { Cursor = null };
        if (View == "calendrier") bare = bare with { From = null, To = null, Kinds = [] };
        List<LinkView> chips = [];
        void Add(bool active, string label, OccasionQuery without) { if (active) chips.Add(new LinkView(label, Href(without))); }
        Add(bare.Text.Length > 0, $"« {bare.Text} »", bare with { Text = "" });
        foreach (var filter in OccasionFilter.All)
            foreach (var code in filter.Chosen(bare)) Add(true, Texts.Get($"occasions.{filter.List}.{code}"), filter.Toggle(bare, code));
        Add(bare.Free, Texts.Get("occasions.cost.free"), bare with { Free = false });
        Add(bare.Itinerant, Texts.Get("find.itinerant"), bare with { Itinerant = false });
        Add(bare.Freshness is not null, Texts.Get(bare.Freshness == Freshness.Fresh ? "find.fresh.filter" : "find.stale.filter"), bare with { Freshness = null });
        Add(bare.Territory is not null, Result.Places.TerritoryName ?? bare.Territory ?? "", bare with { Territory = null });
        Add(bare.Organisation is not null, Result.Places.OrganisationName ?? bare.Organisation ?? "", bare with { Organisation = null });
        Add(bare.Near is not null, NearLabel(), bare with { Near = null, Kilometres = null, Minutes = null });
        Add(bare is not { From: null, To: null }, Texts.Get("find.dates", Day(bare.From), Day(bare.To)), bare with { From = null, To = null });
        return chips;
    }

    public IReadOnlyList<LinkView> ViewLinks => [.. Views.Select(v => new LinkView(Texts.Get($"find.view.{v}"), Href(Query with { Cursor = null }, v), v == View))];

    public PagesView Pages => new(Result.Previous is { } before ? Href(Query with { Cursor = before }) : null, Result.Next is { } after ? Href(Query with { Cursor = after }) : null);

    private string NearLabel()
    {
        var place = Result.Places.CentreName ?? Texts.Get("find.near.point");
        return Query.Kilometres is { } km ? Texts.Get("find.near.km", place, km.ToString("0.##", CultureInfo.CurrentUICulture))
            : Query.Minutes is { } minutes ? Texts.Get("find.near.minutes", place, minutes) : Texts.Get("find.near", place);
    }

    private static string Day(LocalDate? day) => day is { } d ? d.PlainDay(CultureInfo.CurrentUICulture) : "…";

    private async Task<MonthView> MonthOf(YearMonth month, SpaceCalendar calendar, CancellationToken stop)
    {
        List<(LocalDateTime Start, MonthView.Item Item)> items = [];
        await foreach (var o in find.All(Query, MostInMonth, stop))
            items.AddRange(OccasionTimes.Between(o, calendar, Query.From!.Value, Query.To!.Value).Select(t => (t.Start, new MonthView.Item(t.Start.Date,
                t.AllDay ? o.Name : $"{t.Start.TimeOfDay.PlainTime(CultureInfo.CurrentUICulture)} {o.Name}", $"{Request.PathBase}/moments/{o.Slug}"))));
        return new MonthView(month, calendar.Today(db.Now), MonthHref(month.PlusMonths(-1)), MonthHref(month.PlusMonths(1)), [.. items.OrderBy(i => i.Start).Select(i => i.Item)]);
    }

    private string MonthHref(YearMonth month)
    {
        var href = Href(Query, "calendrier");
        return $"{href}{(href.Contains('?') ? '&' : '?')}mois={YearMonthPattern.Iso.Format(month)}";
    }
}
