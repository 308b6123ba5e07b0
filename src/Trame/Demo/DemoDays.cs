using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Act.CitizenDays;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>Two invented citizen days: one that was held, with sixty worksites, 740 people who had signed up and twice as many who came; one to come, whose teams are still to be made. For those whose commune the space has.</summary>
internal sealed class DemoDays(TrameDb db)
{
    private const int HeldSites = 60, Signed = 740, Came = 1310, ComingSites = 14, Coming = 260;

    private readonly DemoDice _dice = new(20260606);
    private readonly Story _story = JsonSerializer.Deserialize<Story>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "demo", "journees.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    private int _codes;

    private sealed record Told(string Commune, string Name, string Lead, string Meeting, string Meal, string Children, string Insurance, string Rain, string FollowUp);

    private sealed record Story(Told Held, Told Coming, string[] Quarters, JsonElement[][] Works, string[] Done, string[] Names);

    public async Task Fill(CancellationToken stop)
    {
        var today = db.Now.InUtc().Date;
        if (await Open(_story.Held, Saturday(today.PlusMonths(-5)), HeldSites, stop) is { } held) await Hold(held.Day, held.Sites, stop);
        if (await Open(_story.Coming, Saturday(today.PlusMonths(2)), ComingSites, stop) is { } coming) await Load([.. People(coming.Day, coming.Sites, Coming, walkIn: false)], stop);
    }

    private async Task<(CitizenDay Day, List<Worksite> Sites)?> Open(Told told, LocalDate date, int count, CancellationToken stop)
    {
        if (await db.Set<TerritoryCode>().Where(c => c.Scheme == "insee" && c.Value == told.Commune).Select(c => (Guid?)c.TerritoryId).FirstOrDefaultAsync(stop) is not { } commune) return null;
        var day = CitizenDay.Of(told.Name, LocalDatePattern.Iso.Format(date), commune, date).Value!;
        day.Describe(told.Name, date, new(8, 30), new(17, 0), new(told.Lead, told.Meeting, told.Meal, told.Children, told.Insurance, told.Rain, told.FollowUp), open: true).ThrowIfRefused();
        var sites = Enumerable.Range(0, count).Select(n => Site(day, n, count)).ToList();
        db.Add(day);
        db.AddRange(sites);
        db.Add(new Fact(CitizenDayFacts.Opened, commune, Channel.Online, db.Now) { SubjectType = "citizen-day", SubjectId = day.Id });
        (await db.Save(stop)).ThrowIfRefused();
        return (day, sites);
    }

    private Worksite Site(CitizenDay day, int n, int count)
    {
        var work = _story.Works[n % _story.Works.Length];
        var quarter = _story.Quarters[n / _story.Works.Length % _story.Quarters.Length];
        var (most, skill, people) = (count == HeldSites ? 22 + (n * 7 % 11) : 12 + (n * 5 % 14), Text(work[2]), work[3].GetInt32());
        var made = Worksite.Of(day.Id, n + 1, $"{Text(work[0])} ({quarter})", most / 3, most, new(Text(work[1]), "", _story.Names[n * 7 % _story.Names.Length], Text(work[5]), Text(work[6]), Text(work[7])),
            new(skill.Length > 0 ? [new(skill, people)] : [], [], [.. work[4].EnumerateArray().Select(Text)])).Value!;
        if (count == HeldSites || n < count - 2) made.Decide(WorksiteState.Kept, "").ThrowIfRefused(); // two of those to come are still to be read
        return made;
    }

    private async Task Hold(CitizenDay day, List<Worksite> sites, CancellationToken stop)
    {
        List<SignUp> all = [.. People(day, sites, Signed, walkIn: false), .. People(day, sites, Came - (Signed * 7 / 8), walkIn: true)];
        var room = sites.ToDictionary(s => s.Id, s => s.Most);
        var missing = Signed - (Signed * 7 / 8);
        foreach (var signUp in all)
        {
            var site = signUp.Wishes.Concat(sites.OrderByDescending(s => room[s.Id]).Select(s => s.Id)).First(s => room[s] >= signUp.People.Count);
            var comes = signUp.WalkIn || missing < signUp.People.Count || !_dice.Chance(0.2);
            if (!comes) missing -= signUp.People.Count;
            signUp.Place(site, byHand: signUp.WalkIn);
            signUp.Tell();
            signUp.Arrive([.. signUp.People.Select(_ => comes)]).ThrowIfRefused();
            room[site] -= comes ? signUp.People.Count : 0;
        }

        await Load(all, stop);
        var at = day.Day.At(day.StartsAt).InUtc().ToInstant();
        var there = all.Where(s => s.Came > 0).ToLookup(s => s.SiteId);
        foreach (var (n, site) in sites.Index())
        {
            var fact = new Fact(CitizenDayFacts.Held, day.TerritoryId, Channel.Paper, at)
            {
                SubjectType = "worksite", SubjectId = site.Id, Count = there[site.Id].Sum(s => s.Came),
                Marginals = [.. there[site.Id].Where(s => s.Quarter.Length > 0).GroupBy(s => s.Quarter).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Marginal(TellWorksite.Quarter, g.Key, g.Sum(s => s.Came)))],
            };
            site.Tell(_story.Done[n % _story.Done.Length], fact.Count, fact.Id).ThrowIfRefused();
            db.Add(fact);
        }

        (await db.Save(stop)).ThrowIfRefused();
    }

    private IEnumerable<SignUp> People(CitizenDay day, List<Worksite> sites, int count, bool walkIn)
    {
        var kept = sites.Where(s => s.State == WorksiteState.Kept).ToList();
        for (var left = count; left > 0;)
        {
            var size = Math.Min(left, _dice.Chance(0.6) ? 1 : _dice.Between(2, 4));
            left -= size;
            var home = _dice.Between(0, _story.Quarters.Length - 1);
            List<SignedPerson> people = [.. Enumerable.Range(0, size).Select(_ => new SignedPerson(_dice.Pick(_story.Names), _dice.Chance(0.15) ? [_dice.Pick(kept.SelectMany(s => s.Asks.Skills).Select(s => s.Skill).Distinct().ToList())] : [], _dice.Chance(0.06) ? [SiteAsks.Words[_dice.Between(0, 1)]] : []))];
            List<Guid> wishes = walkIn || _dice.Chance(0.3) ? [] : [.. Enumerable.Range(0, SignUp.MostWishes).Select(_ => _dice.Pick(kept).Id).Distinct()];
            yield return new SignUp(_dice.Id(db.Now), day.Id, people, wishes, [], _dice.Chance(0.7) ? _story.Quarters[home] : "", "", walkIn ? Channel.Counter : _dice.Chance(0.4) ? Channel.Paper : Channel.Online, string.Create(CultureInfo.InvariantCulture, $"DEMO-JOUR-{++_codes:0000}"), db.Now, walkIn);
        }
    }

    private async Task Load(IReadOnlyList<SignUp> signUps, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RowLoader.Load(db, signUps, stop);
        await transaction.CommitAsync(stop);
    }

    private static LocalDate Saturday(LocalDate near) => near.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Saturday));

    private static string Text(JsonElement element) => element.GetString() ?? "";
}
