using Microsoft.Data.Sqlite;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary>Opens a space for a territory: its database, its tree of territories, its first settings. Everything is there, or nothing is.</summary>
public sealed class CreateSpace(SpaceDirectory directory, SpaceDatabases databases, PrepareSpace prepare, DataFolder folder, CreateTerritories territories, MoveSpace move, TimeProvider clock)
{
    private const int LongestAddress = 50;

    /// <param name="Slug">Short name in addresses; from the territory's name when null.</param>
    /// <param name="Name">Shown name; the territory's when null.</param>
    public sealed record Request(TerritoryChoice About, string? Slug = null, string? Name = null, bool IsDemo = false);

    public async Task<Outcome<Space>> Handle(Request request, CancellationToken stop)
    {
        var planned = await territories.Plan(request.About, stop);
        return planned.Accepted ? await Handle(planned.Value, "FR", request.Slug, request.Name, request.IsDemo, stop) : planned.Plain;
    }

    /// <summary>The same for a territory that comes with its own plan (a file).</summary>
    public async Task<Outcome<Space>> Handle(TerritoryPlan plan, string country, string? slug, string? name, bool isDemo, CancellationToken stop)
    {
        var shown = string.IsNullOrWhiteSpace(name) ? plan.About.Name : name.Trim();
        var address = string.IsNullOrWhiteSpace(slug) ? FreeAddress(shown) : slug.Trim();
        if (!SpaceAddress.IsOne(address)) return new Refusal("spaces.slug.form", nameof(Request.Slug), address);
        if (shown.Length > 120) return new Refusal("spaces.name.long", nameof(Request.Name));
        if (directory.Find(address) is not null) return new Refusal("spaces.slug.taken", nameof(Request.Slug), address);
        if (File.Exists(folder.SpaceFile(address))) return new Refusal("spaces.file.exists", nameof(Request.Slug), folder.SpaceFile(address));
        if (directory.PostgresOfMachine(address) is { } machine && await move.Unusable(machine, stop) is { } unusable) return unusable;
        await WholeFile.Make(folder.SpaceFile(address), file => Write(plan, Settings(plan, country, shown, isDemo), address, file, stop));
        var space = new Space(address, shown, Provider.Sqlite, $"{address}.sqlite", null, isDemo, false);
        var added = directory.Add(space, clock.GetUtcNow());
        if (!added.Accepted) return added;
        return await GoToMachine(address, stop) is { Accepted: false } refused ? refused : directory.Find(address)!;
    }

    private async Task<Outcome> GoToMachine(string address, CancellationToken stop)
    {
        if (directory.PostgresOfMachine(address) is null) return Outcome.Done;
        var moved = await move.ToMachine(address, stop);
        if (!moved.Accepted) return moved;
        SqliteConnection.ClearAllPools();
        File.Delete(folder.SpaceFile(address)); // the plan of a moment ago: whole in its database
        return moved;
    }

    private string FreeAddress(string name) => Slug.Unique(Slug.From(name, LongestAddress), s => directory.Find(s) is not null || File.Exists(folder.SpaceFile(s)));

    private static SpaceSettings Settings(TerritoryPlan plan, string country, string name, bool isDemo) => new()
    {
        Name = name,
        TerritoryId = plan.About.Id,
        Country = country,
        TimeZone = country == "BE" ? "Europe/Brussels" : FrenchDefaults.TimeZone(plan.Department),
        SchoolZone = country == "FR" ? FrenchDefaults.SchoolZone(plan.Department) : "",
        IsDemo = isDemo,
    };

    private async Task Write(TerritoryPlan plan, SpaceSettings settings, string address, string file, CancellationToken stop)
    {
        await prepare.Handle(new Space(address, settings.Name, Provider.Sqlite, file, null, settings.IsDemo, false), stop);
        await using var db = databases.Open(Provider.Sqlite, file);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await CreateTerritories.Write(db, plan, stop);
        await SpaceSettings.Write(db, settings, stop);
        await db.Save(stop);
        await transaction.CommitAsync(stop);
    }
}
