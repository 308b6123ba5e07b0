using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Commons;
using Trame.Act.Shifts;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;

namespace Trame.Demo;

/// <summary>Hands that are wanted this week and who lends them, and a garden that its users hold as a commons.</summary>
internal sealed class DemoHands(TrameDb db)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Story _story = JsonSerializer.Deserialize<Story>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "demo", "mains.json")), Web)!;
    private int _codes;

    private sealed record Wanted(string Of, string Name, string What, int Days, int Hour, int Minutes, int People, bool Children, bool Seated, string[] Hands);

    private sealed record Line(string Kind, string What, int DaysAgo, int? DueIn);

    private sealed record Held(string Of, string MayUse, string Story, string FirstRules, string Rules, int People, Line[] Lines);

    private sealed record Story(Wanted[] Shifts, Held[] Commons);

    public async Task Fill(CancellationToken stop)
    {
        var names = _story.Shifts.Select(s => s.Of).Concat(_story.Commons.Select(c => c.Of)).ToHashSet();
        var known = (await db.Set<Occasion>().Where(o => names.Contains(o.Name) && o.MergedIntoId == null).ToListAsync(stop)).GroupBy(o => o.Name).ToDictionary(g => g.Key, g => g.First());
        var today = db.Now.InUtc().Date;
        foreach (var wanted in _story.Shifts) if (known.TryGetValue(wanted.Of, out var of)) Ask(of, wanted, today);
        foreach (var held in _story.Commons) if (known.TryGetValue(held.Of, out var of)) Hold(of, held, today);
        (await db.Save(stop)).ThrowIfRefused();
    }

    private void Ask(Occasion of, Wanted wanted, LocalDate today)
    {
        var shift = Shift.Make(of.Id, wanted.Name, wanted.What, today.PlusDays(wanted.Days).At(new LocalTime(wanted.Hour, 0)), wanted.Minutes, wanted.People, wanted.Children, wanted.Seated).Value!;
        foreach (var name in wanted.Hands) db.Add(new ShiftHand(shift.Id, name, HandWay.None, "", !shift.Take(), Channel.Counter, $"DEMO-MAIN-{++_codes:0000}", db.Now));
        db.Add(shift);
    }

    private void Hold(Occasion of, Held held, LocalDate today)
    {
        var good = new CommonGood(of.Id);
        good.Describe(held.MayUse, held.Story).ThrowIfRefused();
        db.Add(good);
        db.Add(good.Adopt(held.FirstRules, today.PlusMonths(-14), 6, today, "Premières règles, adoptées à 6.", db.Now).Value!);
        db.Add(good.Adopt(held.Rules, today.PlusMonths(-3), held.People, today, $"Nouvelles règles, adoptées à {held.People}.", db.Now).Value!);
        foreach (var line in held.Lines)
            db.Add(CommonEntry.Of(good.Id, EnumWords.Read<EntryKind>(line.Kind), line.What, today.PlusDays(-line.DaysAgo), line.DueIn is { } days ? today.PlusDays(days) : null, db.Now).Value!);
        db.Add(new Fact(CommonsFacts.Opened, of.TerritoryId, Channel.Online, db.Now) { SubjectType = "occasion", SubjectId = of.Id });
    }
}
