using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Opportunities;
using Trame.Deliberate.Panels;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Spaces;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>Makes a space with a living, fictitious demonstration; large sizes are written in bulk and are the load of the benchmarks.</summary>
public sealed class CreateDemo(CreateSpace create, SpaceDatabases databases, RebuildReadModels rebuild, SpaceMemory memory, SpaceDirectory directory, OccasionStops stops, IEnumerable<IAfterBulk> afterBulk, LookForOpportunities look, LetterCodes letters)
{
    private const int Batch = 5_000;

    public static readonly TerritoryChoice Moulins = TerritoryChoice.Intercommunality("200071140");

    public sealed record Request(TerritoryChoice About, string Slug, string Name, DemoSize Size);

    public static Request Usual { get; } = new(Moulins, "moulins", "Moulins Communauté (démonstration)", new DemoSize());

    public async Task<Outcome<Space>> Handle(Request request, IProgress<string>? tell, CancellationToken stop)
    {
        var made = await create.Handle(new CreateSpace.Request(request.About, request.Slug, request.Name, IsDemo: true), stop);
        if (!made.Accepted) return made;
        try
        {
            await using var db = databases.Open(made.Value);
            await Settle(db, stop);
            await Fill(db, request.Size, tell, stop);
        }
        catch
        {
            // whatever broke, or Ctrl-C: the next start makes it whole, instead of showing a demonstration where nothing lives
            Unmake(made.Value);
            throw;
        }

        memory.Forget(made.Value.Slug);
        return made;
    }

    private void Unmake(Space space)
    {
        SqliteConnection.ClearAllPools();
        if (space.Provider == Provider.Sqlite)
            foreach (var file in (string[])[space.Connection, $"{space.Connection}-wal", $"{space.Connection}-shm"]) File.Delete(file); // first: the disk may be full
        directory.Remove(space.Slug);
    }

    /// <summary>Adds the invented life to a space that has its territories and nothing else.</summary>
    public async Task Fill(TrameDb db, DemoSize size, IProgress<string>? tell, CancellationToken stop)
    {
        var communes = await Communes(db, stop);
        var register = new DemoRegister(DemoStory.Read(), communes, size, db.Now);
        var journal = new DemoJournal(communes, size, db.Now);
        register.MakeOrganisations();
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            var aside = size.IsLarge ? await IndexesAside.Take(db, ["occasion", "fact"], stop) : null;
            await RowLoader.Load(db, register.Organisations, stop);
            var told = await LoadOccasions(db, register, journal, stop);
            await RowLoader.Load(db, register.Proposals(), stop);
            tell?.Report("demo.progress.occasions");
            await RowLoader.Load(db, journal.Needs((int)Math.Max(0, size.Facts - told)), stop);
            tell?.Report("demo.progress.facts");
            if (aside is not null) await aside.PutBack(db, stop);
            await transaction.CommitAsync(stop);
        }

        await rebuild.Handle(db, stop);
        await stops.RebuildAll(db, stop);
        foreach (var task in afterBulk) await task.Run(db, stop);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", stop); // the planner of either database knows nothing of rows that came in bulk
        if (!size.IsLarge)
        {
            await new DemoProjects(db, DemoLife.Read()).Fill(stop);
            await new DemoConnect(db, DemoMeetings.Read(), communes, look, size.Seed).Fill(stop);
            await new DemoTimeBank(db, communes).Fill(stop);
            await new DemoSharedPlaces(db, DemoMeetings.Read()).Fill(stop);
            await new DemoCampaign(db).Fill(stop);
            await new DemoDays(db).Fill(stop);
            await new DemoHands(db).Fill(stop);
            await new DemoDebates(db).Fill(stop);
            await new DemoBudgets(db).Fill(stop);
            await new DemoConventions(db, letters).Fill(stop);
        }

        tell?.Report("demo.progress.indexes");
    }

    // By batches: a million occasions and all that happened there never stand in memory together.
    private static async Task<long> LoadOccasions(TrameDb db, DemoRegister register, DemoJournal journal, CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(new SpaceSettings());
        long told = 0;
        foreach (var batch in register.Occasions().Chunk(Batch))
        {
            foreach (var (occasion, _) in batch) OccasionTiming.Settle(occasion, calendar, db.Now);
            await RowLoader.Load(db, batch.Select(made => made.Occasion), stop);
            var facts = batch.SelectMany(made => journal.Of(made.Occasion, made.Rhythm)).ToList();
            await RowLoader.Load(db, facts, stop);
            told += facts.Count;
        }

        return told;
    }

    private static async Task<List<DemoCommune>> Communes(TrameDb db, CancellationToken stop)
    {
        var rows = await (from t in db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes()
                          join c in db.Set<TerritoryCode>() on t.Id equals c.TerritoryId
                          where t.Kind == TerritoryKind.Commune && c.Scheme == "insee"
                          orderby c.Value
                          select new { t.Id, c.Value, t.Name, t.Population, t.Latitude, t.Longitude }).ToListAsync(stop);
        return [.. rows.Select(r => new DemoCommune(r.Id, r.Value, r.Name, r.Population ?? 300, r.Latitude, r.Longitude))];
    }

    private static async Task Settle(TrameDb db, CancellationToken stop)
    {
        var settings = await SpaceSettings.Read(db, stop);
        await SpaceSettings.Write(db, settings with
        {
            HelpPhone = "04 70 00 20 20",
            HelpHours = "Mo-Fr 08:30-12:00,13:30-17:00; PH off",
            Controller = "Moulins Communauté (démonstration)",
            ControllerContact = "Délégué à la protection des données, 8 place Maréchal-de-Lattre, 03000 Moulins (adresse fictive)",
        }, stop);
        await db.Save(stop);
    }
}
