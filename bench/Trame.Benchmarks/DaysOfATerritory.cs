using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.CitizenDays;
using Trame.Demo;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Benchmarks;

/// <summary>A citizen day of 1,500 people and 60 worksites, of whom 600 come unannounced: the teams, the public page, and ten desks that note everybody at once.</summary>
internal static class DaysOfATerritory
{
    private const int Sites = 60;
    private const int Announced = 900;
    private const int WalkIns = 600;
    private const int Desks = 10;

    public static async Task Run(Options options)
    {
        var data = options.Data ?? Directory.CreateTempSubdirectory("trame-bench-").FullName;
        await Spaces.Make(data, CreateDemo.Moulins, new DemoSize());
        await using (var house = await House.Open(data))
        {
            var day = await Fill(house);
            var size = string.Create(CultureInfo.InvariantCulture, $"{Announced:N0} signed up, {Sites} worksites");
            await Plan(house, day, size);
            var page = await house.Ask($"/journee-citoyenne/{day.Slug}", options.Requests);
            Table.Add("public page of the day", size, page.Times, $"{page.Bytes / 1024:N0} kB, {page.Statements:0.#} SQL");
            await Morning(house, day);
        }

        if (options.Data is null) Directory.Delete(data, recursive: true);
    }

    private static Task<CitizenDay> Fill(House house) => In(house, async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        var commune = await db.Set<Territory>().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Slug).Select(t => t.Id).FirstAsync();
        var date = db.Now.InUtc().Date.PlusDays(1);
        var day = CitizenDay.Of("Journée d’essai", $"essai-{Guid.CreateVersion7():N}", commune, date).Value!; // a name and a day to come
        day.Describe(day.Name, date, new(8, 30), new(17, 0), DayText.Empty, open: true).ThrowIfRefused();
        var sites = Enumerable.Range(1, Sites).Select(n => Worksite.Of(day.Id, n, $"Chantier {n}", 5, 40, SiteText.Empty, new([], [], [])).Value!).ToList();
        foreach (var site in sites) site.Decide(WorksiteState.Kept, "").ThrowIfRefused();
        var people = Enumerable.Range(0, Announced).Select(n => new SignUp(Guid.CreateVersion7(), day.Id, [new($"P{n}", [], [])], [sites[n * 7 % Sites].Id, sites[((n * 7) + 13) % Sites].Id], [], $"Quartier {n % 6}", "", Channel.Online, $"B{day.Id:N}{n}", db.Now, false));
        db.Add(day);
        db.AddRange(sites);
        db.AddRange(people);
        (await db.Save(default)).ThrowIfRefused();
        return day;
    });

    private static async Task Plan(House house, CitizenDay day, string size)
    {
        var clock = Stopwatch.StartNew();
        await In(house, async services =>
        {
            (await services.GetRequiredService<PlanDay>().Handle(new(day.Id), Actor.Machine, default)).ThrowIfRefused();
            return true;
        });
        Table.Add("teams, from the request to what is saved (aim: under 2 s)", size, Table.Milliseconds(clock.Elapsed.TotalMilliseconds), "", "");
    }

    private static async Task Morning(House house, CitizenDay day)
    {
        var known = await In(house, services => services.GetRequiredService<TrameDb>().Set<SignUp>().Where(s => s.DayId == day.Id).Select(s => s.Id).ToListAsync());
        var notes = known.Select(id => new ReceiveDesk.Note(id, null, null, null, null)).Concat(Enumerable.Range(0, WalkIns).Select(n => new ReceiveDesk.Note(Guid.CreateVersion7(), null, [$"W{n}"], null, null))).ToList();
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Desks).Select(desk => Task.Run(async () =>
        {
            foreach (var note in notes.Where((_, i) => i % Desks == desk))
            {
                var began = Stopwatch.GetTimestamp();
                var answer = await In(house, services => services.GetRequiredService<ReceiveDesk>().Handle(new(day.Id, [note]), Actor.Machine, default));
                if (!answer.Accepted || answer.Value.Any(o => !o.Accepted)) throw new InvalidOperationException("A note was refused.");
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        })));
        var took = clock.Elapsed.TotalSeconds;
        var came = await In(house, async services => (await services.GetRequiredService<TrameDb>().Set<SignUp>().AsNoTracking().Where(s => s.DayId == day.Id).ToListAsync()).Sum(s => s.Came));
        Table.Add($"{Desks} desks at once", string.Create(CultureInfo.InvariantCulture, $"{notes.Count:N0} people noted one by one, {WalkIns} unannounced"), new Timings(times), string.Create(CultureInfo.InvariantCulture, $"{notes.Count / took:N0} a second; {came:N0} people there, {notes.Count - came:N0} lost"));
    }

    private static async Task<T> In<T>(House house, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Actor.Machine, default);
        return await act(scope.ServiceProvider);
    }
}
