using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Projects;
using Trame.Cooperate.Agreements;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Benchmarks;

/// <summary>Ten thousand projects and a hundred thousand contributions: their list, its filters, and the page of one; and of a contract.</summary>
internal static class ProjectsOfATerritory
{
    private const int Contributions = 10; // of each project, over two wants

    public static async Task Run(Options options)
    {
        var projects = options.Occasions ?? 10_000;
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
        await using (var house = await House.Open(data))
        {
            await Fill(house, projects);
            var size = $"{projects:N0} projects, {projects * Contributions:N0} contributions";
            foreach (var (name, url) in ((string, string)[])
                     [("empty Razor page", "/bench/vide"), ("list", "/faire"), ("list, words", "/faire?q=verger"), ("list, lacks hands", "/faire?manque=bras"), ("list, supported ideas by name", "/faire?etape=idee,soutenu&tri=nom"), ("page of a project", "/projets/banc-17"), ("page of a contract", "/contrats/le-verger-de-champmilan-a-deux"), ("contracts", "/contrats")])
            {
                if ((await house.Get(url)).Status is not 200 and var status) { Table.Add(name, size, "—", "—", $"{url} answers {status}"); continue; }
                var page = await house.Ask(url, options.Requests);
                Table.Add(name, size, page.Times, $"{page.Bytes / 1024:N0} kB, {page.Statements:0.#} SQL");
            }
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static async Task Fill(House house, int projects)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Foundation.Web.Actor.Machine, default);
        var db = scope.ServiceProvider.GetRequiredService<TrameDb>();
        if (db.Set<Project>().Any(p => p.Slug == "banc-17")) return;
        var communes = db.Set<Territory>().Where(t => t.Kind == TerritoryKind.Commune).Select(t => t.Id).ToList();
        var (made, wants, came) = (new List<Project>(), new List<Want>(), new List<Contribution>());
        for (var n = 0; n < projects; n++)
        {
            var project = new Project(n % 3 == 0 ? $"Verger {n}" : $"Atelier {n}", Slug.From($"banc {n}"), communes[n % communes.Count], "banc d’essai", db.Now - Duration.FromMinutes(n));
            made.Add(project);
            if (n % 4 == 1) project.Start(new LocalDate(2026, 1, 5), new LocalDate(2026, 6, 1), db.Now).ThrowIfRefused();
            if (n % 9 == 2) project.Stop(new LocalDate(2026, 6, 1), "Essai terminé", db.Now).ThrowIfRefused();
            Want[] two = [Want.Of(project.Id, WantKind.Hands, "Planter", 12).Value!, Want.Of(project.Id, WantKind.Thing, "Outils", 6).Value!]; // both are above zero
            wants.AddRange(two);
            for (var c = 0; c < Contributions; c++) came.Add(new Contribution(two[c % 2].Id, 1 + (c % 3), "", "", Channel.Paper, $"B{n}-{c}", db.Now));
        }

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            foreach (var project in made) Registers.Occasions.OccasionTiming.Settle(project, SpaceCalendar.Of(new SpaceSettings()), db.Now);
            await RowLoader.Load(db, made, default);
            await RowLoader.Load(db, wants, default);
            await RowLoader.Load(db, came, default);
            await transaction.CommitAsync();
        }

        foreach (var task in scope.ServiceProvider.GetServices<IAfterBulk>()) await task.Run(db, default);
    }
}
