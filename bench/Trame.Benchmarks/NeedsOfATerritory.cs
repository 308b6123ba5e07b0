using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Moments;
using Trame.Connect.Needs;
using Trame.Connect.Opportunities;
using Trame.Connect.Resources;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Benchmarks;

/// <summary>Twenty thousand needs, five thousand offers and a thousand places in one space: a whole look for opportunities, and the pages that show them.</summary>
internal static class NeedsOfATerritory
{
    private const int Resources = 5_000;
    private const int Places = 1_000;
    private const int Runs = 3;

    public static async Task Run(Options options)
    {
        var needs = options.Occasions ?? 20_000;
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
        await using (var house = await House.Open(data))
        {
            await Fill(house, needs);
            var size = $"{needs:N0} needs, {Resources:N0} offers, {Places:N0} places";
            for (var run = 1; run <= Runs; run++)
            {
                var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                var last = await Look(house);
                Table.Add($"look, run {run}", size, $"{clock.Elapsed.TotalSeconds:0.0} s", $"{(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s", string.Create(CultureInfo.InvariantCulture, $"{last.Candidates:N0} candidates, {last.Ideas} ideas, gap {last.Gap:P0}"));
            }

            var idea = await Idea(house);
            foreach (var (name, url) in ((string, string)[])[("empty Razor page", "/bench/vide"), ("front", "/relier"), ("opportunities", "/opportunites"), ("one opportunity", $"/opportunites/{idea}"), ("why", $"/opportunites/{idea}/pourquoi"), ("what stays without answer", "/relier/lecture"), ("ask", "/relier/demander")])
            {
                if ((await house.Get(url)).Status is not 200 and var status) { Table.Add(name, size, "—", "—", $"{url} answers {status}"); continue; }
                var page = await house.Ask(url, options.Requests);
                Table.Add(name, size, page.Times, $"{page.Bytes / 1024:N0} kB, {page.Statements:0.#} SQL");
            }
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static async Task<LastLook> Look(House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Foundation.Web.Actor.Machine, default);
        var db = scope.ServiceProvider.GetRequiredService<TrameDb>();
        (await scope.ServiceProvider.GetRequiredService<LookForOpportunities>().Handle(db, Foundation.Web.Actor.Machine, default)).ThrowIfRefused();
        return (await LastLook.Of(db, default))!; // just written
    }

    private static async Task<string> Idea(House house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Foundation.Web.Actor.Machine, default);
        return scope.ServiceProvider.GetRequiredService<TrameDb>().Set<Opportunity>().First(o => o.Stage == OpportunityStage.Idea).Slug;
    }

    private static async Task Fill(House house, int needs)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Foundation.Web.Actor.Machine, default);
        var db = scope.ServiceProvider.GetRequiredService<TrameDb>();
        if (db.Set<Need>().Any(n => n.Code == "BANC-1")) return;
        var dice = new Random(1);
        var communes = db.Set<Territory>().Where(t => t.Kind == TerritoryKind.Commune && t.Latitude != null).Select(t => new { t.Id, Lat = t.Latitude!.Value, Lon = t.Longitude!.Value }).ToList(); // the query takes no other
        var kinds = HelpKinds.Shipped.Where(k => k.Together).Select(k => k.Key).ToList();
        var today = db.Now.InUtc().Date;
        (double, double) Near(int commune) => (communes[commune].Lat + ((dice.NextDouble() - 0.5) * 0.05), communes[commune].Lon + ((dice.NextDouble() - 0.5) * 0.07));
        string Week() => string.Concat(Enumerable.Range(0, WeekSlots.Count).Select(_ => dice.Next(4) == 0 ? '1' : '0'));
        List<Need> asked = [];
        for (var n = 0; n < needs; n++)
        {
            var commune = dice.Next(communes.Count);
            var need = new Need(kinds[dice.Next(kinds.Count)], SaidBy.Self, $"BANC-{n}", communes[commune].Id, Channel.Paper, today.PlusMonths(3), db.Now - Duration.FromDays(dice.Next(120)));
            need.Place(Near(commune));
            need.Week(Week(), (GettingAbout)dice.Next(1, 6));
            need.Say("", "", RecordHeld.Ages[dice.Next(RecordHeld.Ages.Count)]);
            asked.Add(need);
        }

        List<Resource> offered = [];
        for (var n = 0; n < Resources; n++)
        {
            var commune = dice.Next(communes.Count);
            var resource = new Resource(ResourceNature.Skill, GivenBy.Person, $"BANC-{n}", communes[commune].Id, Channel.Paper, today.PlusMonths(3), db.Now);
            resource.Place(Near(commune));
            resource.Week(Week(), (GettingAbout)dice.Next(2, 6));
            resource.Say("Banc", [kinds[dice.Next(kinds.Count)]], "", null, 1, "");
            offered.Add(resource);
        }

        List<Place> places = [];
        for (var n = 0; n < Places; n++)
        {
            var (commune, calendar) = (dice.Next(communes.Count), SpaceCalendar.Of(new SpaceSettings()));
            var place = new Place($"Lieu {n}", $"banc-lieu-{n}", communes[commune].Id, "banc d’essai", db.Now);
            var (lat, lon) = Near(commune);
            foreach (var (key, value) in ((string, string)[])[("type", n % 3 == 0 ? "shared-kitchen" : "community-room"), ("hours", "Mo-Sa 09:00-21:00"), ("capacity", "20"), ("latitude", lat.ToString("0.#####", CultureInfo.InvariantCulture)), ("longitude", lon.ToString("0.#####", CultureInfo.InvariantCulture))])
                place.Describe(OccasionField.Named(key), value, "banc d’essai", db.Now).ThrowIfRefused();
            OccasionTiming.Settle(place, calendar, db.Now);
            places.Add(place);
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await RowLoader.Load(db, asked, default);
            await RowLoader.Load(db, offered, default);
            await RowLoader.Load(db, places, default);
            await transaction.CommitAsync();
        }

        foreach (var task in scope.ServiceProvider.GetServices<IAfterBulk>()) await task.Run(db, default);
    }
}
