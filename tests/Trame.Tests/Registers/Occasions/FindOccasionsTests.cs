using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Occasions;

public abstract class FindOccasionsTests(TestSpace space)
{
    private const int Seed = 20261120;
    private static readonly string[] Typed = ["", "", "", "gouter", "jard", "\"jardin café\"", "étoiles -vélo", "oeuvre", "hirondelle", "tout le monde", "médiathèque", "memoire couture", "NEAR(", "-jardin"];

    [Fact] public async Task Two_hundred_searches_answer_like_a_reading_of_every_record()
    {
        var naive = await Seeded();
        var seen = 0;
        foreach (var query in Queries(naive.Communes).Generator.Sample(200, new Rnd(Seed), 200))
        {
            var expected = naive.Search.Find(query).Select(o => o.Slug).ToList();
            var pages = await Pages(query with { Sort = OccasionSort.Name });
            pages.SelectMany(p => p.Items).Select(i => i.Slug).ShouldBe(expected, OccasionQueryText.Print(query));
            pages[0].Total.ShouldBe(expected.Count);
            seen += expected.Count;
        }

        seen.ShouldBeGreaterThan(2_000); // the searches must find something for this to prove anything
    }

    [Theory]
    [InlineData("tri=nom")]
    [InlineData("tri=prochain")]
    [InlineData("tri=proche&pres=lurcy")]
    [InlineData("tri=recent")]
    [InlineData("tri=pertinence&q=jardin")]
    [InlineData("tri=pertinence&q=\"jardin\"")]
    public async Task Every_order_gives_each_once_forward_and_back(string link)
    {
        await Seeded();
        var query = Query($"{link}&taille=7");
        var forward = await Pages(query);
        var slugs = forward.SelectMany(p => p.Items).Select(i => i.Slug).ToList();
        slugs.Count.ShouldBe(forward[0].Total);
        slugs.ShouldBeUnique();
        forward[0].Previous.ShouldBeNull();
        List<string> backward = [.. forward[^1].Items.Select(i => i.Slug)];
        for (var before = forward[^1].Previous; before is not null;)
        {
            var page = await Find(query with { Cursor = before });
            backward.InsertRange(0, page.Items.Select(i => i.Slug));
            before = page.Previous;
        }

        backward.ShouldBe(slugs);
    }

    [Fact] public async Task Orders_mean_what_they_say()
    {
        await Seeded();
        var near = (await Pages(Query("tri=proche&pres=lurcy"))).SelectMany(p => p.Items).ToList();
        near.Select(i => i.Metres ?? double.MaxValue).Zip(near.Skip(1).Select(i => i.Metres ?? double.MaxValue)).ShouldAllBe(p => p.First <= p.Second * 1.001);
        var next = (await Pages(Query("tri=prochain"))).SelectMany(p => p.Items).Select(i => i.NextAt ?? Instant.MaxValue).ToList();
        next.ShouldBe(next.Order());
        var fresh = (await Pages(Query("tri=recent"))).SelectMany(p => p.Items).Select(i => i.VerifiedAt ?? i.SourceAt).ToList();
        fresh.ShouldBe(fresh.OrderDescending());
        var relevant = (await Pages(Query("q=atelier"))).SelectMany(p => p.Items).Select(i => i.Name.StartsWith("Atelier", StringComparison.Ordinal) ? 0 : i.Name.Contains("atelier", StringComparison.Ordinal) ? 1 : 2).ToList();
        relevant.ShouldBe(relevant.Order());
        relevant.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("domaine=culture,sport&gratuit=oui")]
    [InlineData("nature=lieu&gratuit=oui&acces=step-free")]
    [InlineData("q=jardin&public=all&type=workshop")]
    [InlineData("du=2026-11-20&au=2026-11-27&domaine=culture")]
    [InlineData("ouvert=dimanche,maintenant&porteur=public")]
    [InlineData("etat=ferme,pause&lien=neighbours&entree=everyone")]
    [InlineData("itinerant=oui&gratuit=oui")]
    [InlineData("etape=en-cours,arrete&nature=projet")]
    [InlineData("pres=lurcy&km=12&fraicheur=ancien")]
    [InlineData("")]
    public async Task Counts_tell_what_each_word_would_leave(string link)
    {
        var naive = await Seeded();
        var query = Query(link);
        var result = await Find(query);
        result.Total.ShouldBe(naive.Search.Find(query).Count);
        foreach (var filter in OccasionFilter.All)
            foreach (var code in filter.Codes)
            {
                var chosen = filter.Name is "acces" or "ouvert" ? [.. filter.Chosen(query), code] : (string[])[code];
                result.CountOf(filter.Name, code).ShouldBe(naive.Search.Find(filter.Choose(query, chosen)).Count, $"{filter.Name} {code}");
            }

        result.CountOf("gratuit", "free").ShouldBe(naive.Search.Find(query with { Free = true }).Count);
        result.CountOf("itinerant", "oui").ShouldBe(naive.Search.Find(query with { Itinerant = true }).Count);
    }

    [Theory]
    [InlineData("q=%00%ED%A0%80'%20OR%201=1;--", false)]
    [InlineData("apres=AAAA", true)]
    [InlineData("apres=WyIwIiwiPiIsIngiXQ", true)]
    [InlineData("nature=lieu,%27;DROP%20TABLE%20occasion", true)]
    [InlineData("commune=../../etc/passwd", true)]
    [InlineData("commune=nulle-part", true)]
    [InlineData("pres=999,999", true)]
    [InlineData("km=1e9&pres=lurcy", true)]
    [InlineData("du=2026-99-99", true)]
    [InlineData("taille=1000000", true)]
    [InlineData("tri=;", true)]
    public async Task What_makes_no_sense_is_left_aside_and_told(string link, bool told)
    {
        await Seeded();
        var (query, leftOut) = OccasionQueryText.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link));
        var result = await Find(query);
        (leftOut.Count + result.LeftOut.Count > 0).ShouldBe(told);
        foreach (var refusal in leftOut.Concat(result.LeftOut)) Trame.Foundation.Ui.Texts.In("fr", refusal.TextKey, [.. refusal.Args]).ShouldNotContain("[find");
    }

    [Fact] public void Any_cursor_is_read_or_left_aside() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var (query, _) = OccasionQueryText.Read([new("apres", text), new("q", text), new("nature", text), new("pres", text), new("km", text)]);
        return OccasionQueryText.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(OccasionQueryText.Print(query))).LeftOut.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact] public void A_link_is_a_saved_search()
    {
        var communes = new Dictionary<string, (Guid, string, GeoPoint)> { ["lurcy"] = default, ["avermes"] = default };
        foreach (var query in Queries(communes).Generator.Sample(300, new Rnd(Seed), 300))
        {
            var link = OccasionQueryText.Print(query);
            OccasionQueryText.Print(Query(link)).ShouldBe(link);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("tri=prochain")]
    [InlineData("tri=recent&domaine=culture,sport")]
    [InlineData("q=atelier")]
    [InlineData("q=jardin&gratuit=oui")]
    [InlineData("q=jardin -café")]
    [InlineData("q=\"jardin\"&nature=lieu")]
    [InlineData("acces=step-free&public=all")]
    [InlineData("tri=proche&pres=lurcy&domaine=culture")]
    [InlineData("q=?")]
    public async Task Of_very_many_the_pages_are_the_same_and_no_count_is_wrong(string link)
    {
        var (naive, _) = await Seeded();
        var query = Query($"{link}&taille=7");
        var (all, few) = (await Pages(query), await Pages(query, mostCounted: 5));
        all[0].Items.ShouldNotBeEmpty();
        var slugs = all.SelectMany(p => p.Items).Select(i => i.Slug).ToList();
        if (query.Text.Length > 0)
        {
            // By relevance, of very many: the names that begin so, then all others, each in their order.
            var word = query.Text.Trim('"', '?').Split(' ')[0];
            slugs = [.. naive.Find(query).OrderBy(o => word.Length > 0 && o.SortName.StartsWith(word, StringComparison.Ordinal) ? 0 : 1).Select(o => o.Slug)];
        }

        few.SelectMany(p => p.Items).Select(i => i.Slug).ShouldBe(slugs);
        for (var (back, at) = (few[^1].Previous, few.Count - 2); back is not null; at--)
        {
            var page = await Find(query with { Cursor = back }, mostCounted: 5);
            page.Items.Select(i => i.Slug).ShouldBe(slugs.Skip(7 * at).Take(7));
            back = page.Previous;
        }

        few[0].IsMore.ShouldBe(all[0].Total > 5);
        foreach (var ((filter, code), count) in few[0].Counts)
            if (all[0].CountOf(filter, code) is { } exact) count.ShouldBe(exact, $"{filter} {code}");
        if (all[0].Total > 5) few[0].CountOf("acces", "step-free").ShouldBeNull();
    }

    [Fact] public async Task A_search_costs_few_statements()
    {
        await Seeded();
        var counted = await StatementCount.During(() => Find(Query("q=jardin&ouvert=maintenant&commune=communaute&pres=lurcy&km=30&domaine=culture&nature=lieu,moment&du=2026-11-20&au=2026-12-20&organisation=les-hirondelles")));
        counted.ShouldBeInRange(2, 8); // the eighth asks which rounds from elsewhere stop in the commune, and is remembered until something is saved
    }

    private static OccasionQuery Query(string link) => OccasionQueryText.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link)).Query;

    private Task<OccasionResult> Find(OccasionQuery query, int mostCounted = OccasionResult.MostCounted) => space.In(s =>
        new FindOccasions(s.GetRequiredService<Trame.Foundation.Data.TrameDb>(), s.GetRequiredService<CurrentSpace>(), s.GetRequiredService<SpaceMemory>()) { MostCounted = mostCounted }.Handle(query, default));

    private async Task<List<OccasionResult>> Pages(OccasionQuery query, int mostCounted = OccasionResult.MostCounted)
    {
        List<OccasionResult> pages = [await Find(query, mostCounted)];
        while (pages[^1].Next is { } next && pages.Count < 100) pages.Add(await Find(query with { Cursor = next }, mostCounted));
        return pages;
    }

    private async Task<(NaiveSearch Search, Dictionary<string, (Guid, string, GeoPoint)> Communes)> Seeded()
    {
        if (!await space.Read(db => db.Set<Territory>().AnyAsync(t => t.Slug == "lurcy"))) await SeededOccasions.In(space, Seed, 300);
        return await space.In(async services =>
        {
            var db = services.GetRequiredService<Trame.Foundation.Data.TrameDb>();
            var communes = (await db.Set<Territory>().AsNoTracking().Where(t => SeededOccasions.Communes.Contains(t.Slug)).ToListAsync())
                .ToDictionary(t => t.Slug, t => (t.Id, t.Name, new GeoPoint(t.Longitude!.Value, t.Latitude!.Value)));
            var all = await db.Set<Occasion>().AsNoTracking().ToListAsync();
            return (new NaiveSearch(all, communes, SpaceCalendar.Of(services.GetRequiredService<CurrentSpace>().Settings), db.Now), communes);
        });
    }

    // Each filter is used now and then: all together would find nothing.
    private static Arbitrary<OccasionQuery> Queries(IReadOnlyDictionary<string, (Guid, string, GeoPoint)> communes)
    {
        Gen<IReadOnlyList<T>> Rarely<T>(IEnumerable<T> words, int often = 6) => from n in Gen.Choose(0, often) from a in Gen.Elements(words) from b in Gen.Elements(words)
            select n > 0 ? [] : (IReadOnlyList<T>)[.. new[] { a, b }.Distinct().OrderBy(w => words.ToList().IndexOf(w))];
        var slugs = communes.Keys.Order().ToList();
        return (from text in Gen.Elements(Typed) from kinds in Rarely(Enum.GetValues<OccasionKind>(), 3) from types in Rarely(Vocabulary.Types[OccasionKind.Place].Take(6), 12)
                from fields in Rarely(Vocabulary.Fields) from audiences in Rarely(Vocabulary.Audiences) from ties in Rarely(Vocabulary.Ties) from access in Rarely(Vocabulary.Access, 12)
                from open in Rarely(Enum.GetValues<OpenWhen>(), 3) from openness in Rarely(Enum.GetValues<Openness>()) from statuses in Rarely([OccasionStatus.Open, OccasionStatus.Paused, OccasionStatus.Closed])
                from dice in Gen.Choose(0, 19).ListOf(7) from slug in Gen.Elements<string>(slugs) from days in Gen.Choose(0, 40) from radius in Gen.Choose(1, 12)
                select new OccasionQuery
                {
                    Text = text, Kinds = kinds, Types = types, Fields = fields, Audiences = audiences, Ties = ties, Access = access, Open = open, Openness = openness, Statuses = statuses,
                    Free = dice[0] == 0, Itinerant = dice[1] == 0, Freshness = dice[2] == 0 ? Freshness.Fresh : dice[2] == 1 ? Freshness.Stale : null,
                    Territory = dice[3] < 3 ? slug : dice[3] == 4 ? "communaute" : null, Organisation = dice[4] == 0 ? "les-hirondelles" : null,
                    Near = dice[5] < 4 ? new NearPoint(slug, null) : null, Kilometres = dice[5] < 3 ? radius : null, Minutes = dice[5] == 3 ? 60 : null,
                    From = dice[6] < 3 ? new LocalDate(2026, 11, 10).PlusDays(days) : null, To = dice[6] < 3 ? new LocalDate(2026, 11, 12).PlusDays(days) : null, PageSize = 40,
                }).ToArbitrary();
    }
}

public sealed class FindOccasionsOnSqlite(SqliteSpace space) : FindOccasionsTests(space), IClassFixture<SqliteSpace>;

public sealed class FindOccasionsOnPostgres(PostgresSpace space) : FindOccasionsTests(space), IClassFixture<PostgresSpace>;
