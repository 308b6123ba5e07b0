using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Panels;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>Two conventions: one whose letters are out, with invented people who answered; one that was drawn, answered, and whose people were erased.</summary>
internal sealed class DemoConventions(TrameDb db, LetterCodes codes)
{
    private const int Household = 1_200;
    private readonly DemoDice _dice = new(47);

    public async Task Fill(CancellationToken stop)
    {
        using var life = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data", "demo", "debattre.json"), stop));
        foreach (var told in life.RootElement.GetProperty("conventions").EnumerateArray())
        {
            var commune = Text(told, "commune");
            if (await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune && t.Name == commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop) is { } id) await Tell(told, id, life.RootElement.GetProperty("conventionNames"), stop);
        }
    }

    private async Task Tell(JsonElement told, Guid commune, JsonElement names, CancellationToken stop)
    {
        var (name, today) = (Text(told, "name"), db.Now.InUtc().Date);
        LocalDate Day(string key) => today.PlusDays(told.GetProperty(key).GetInt32());
        var convention = new Convention(name, Slug.From(name), commune, db.Now);
        List<PanelValue> values = [.. told.GetProperty("values").EnumerateArray().Select(v => new PanelValue(v[0].GetString()!, v[1].GetString()!, v[2].GetInt32(), v[3].GetInt32()))];
        convention.Set(name, new ConventionFrame(Text(told, "question"), Text(told, "decider"), Text(told, "promise"), told.GetProperty("seats").GetInt32(), told.GetProperty("reserves").GetInt32(), told.GetProperty("letters").GetInt32(), Text(told, "eligibility"),
            Day("answersUntil"), Day("drawsOn"), Text(told, "place"), Text(told, "source"), told.GetProperty("allowance").GetInt64() * 100, Text(told, "help"), values)).ThrowIfRefused();
        convention.Open(Day("opened")).ThrowIfRefused();
        var list = People(names);
        convention.Receive(list.Report).ThrowIfRefused();
        var drawn = list.Draw(convention.Letters, "3 5 1 2 6 4");
        convention.Send("3 5 1 2 6 4", list.Report.Hash, drawn.Count).ThrowIfRefused();
        List<PanelPerson> people = [.. drawn.Index().Select(d => Invited(convention, d.Index + 1, d.Item))];
        foreach (var person in people) Answer(convention, person, told.GetProperty("yes").GetDouble());
        db.Add(convention);
        if (told.TryGetProperty("recommendations", out var said)) Finish(convention, people, said, Day("drawsOn"), told);
        db.Add(PanelFacts.Of(PanelFacts.Invited, convention, Noon(Day("opened")), people.Count));
        (await db.Save(stop)).ThrowIfRefused();
        if (convention.PurgedOn is not null) return;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await RowLoader.Load(db, people, stop);
        await transaction.CommitAsync(stop);
    }

    // Invented people: the list itself is nowhere, as it should be.
    private BaseList People(JsonElement names)
    {
        var (first, last, streets) = (Words(names, "first"), Words(names, "last"), Words(names, "streets"));
        List<BasePerson> people = [.. Enumerable.Range(0, Household).Select(n => new BasePerson(_dice.Pick(last), _dice.Pick(first), $"{1 + (n / streets.Count)} {streets[n % streets.Count]}", "03000 Moulins", n % 3 == 0 ? "nord" : n % 3 == 1 ? "sud" : "centre", "", $"{n}"))];
        return new(new(PublicDraw.Hash("demo"), people.Count + 3, 3, 41, 0, people.Count, [.. people.GroupBy(p => p.Area).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AreaCount(g.Key, g.Count()))]), people);
    }

    private PanelPerson Invited(Convention convention, int number, BasePerson known)
    {
        var id = _dice.Id(db.Now);
        return new(id, convention.Id, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{number:000}"), known, LetterCodes.Hash(codes.Of(id)), db.Now);
    }

    private void Answer(Convention convention, PanelPerson person, double yes)
    {
        var by = _dice.Pick([Channel.Paper, Channel.Paper, Channel.Phone, Channel.Online, Channel.Counter]);
        if (_dice.Chance(yes)) person.Accept([.. convention.Categories.Select(c => c == "secteur" ? person.Area : Pick([.. convention.ValuesOf(c)]))], _dice.Chance(0.2) ? [_dice.Pick(PanelPerson.NeedWords)] : [], "", by).ThrowIfRefused();
        else if (_dice.Chance(0.2)) person.Decline(by).ThrowIfRefused();
    }

    // The young answer less: that is what quotas are for.
    private string Pick(List<string> values) => values[_dice.Chance(0.7) ? _dice.Between(values.Count / 3, values.Count - 1) : _dice.Between(0, values.Count - 1)];

    private void Finish(Convention convention, List<PanelPerson> people, JsonElement said, LocalDate drawnOn, JsonElement told)
    {
        var pool = PanelPool.Of(people);
        var problem = PanelPool.Problem(convention, pool) ?? throw new InvalidOperationException("The demonstration invites enough people.");
        var found = FairLottery.Find(problem, new() { Rule = SelectionRule.Leximin }, TimeProvider.System);
        var lottery = UniformLottery.Of(found.Panels, pool.Count, CommitDraw.Panels);
        var text = PublicDraw.Commit("leximin", [.. pool.Select((p, i) => (p.Ticket, found.Probabilities[i]))], lottery, [convention.Source]);
        convention.Commit(PublicDraw.Verify(text).Commitment, CommitDraw.ChancesOf(convention, problem, lottery)).ThrowIfRefused();
        convention.Reveal("2 6 4 4 1 3", PublicDraw.Drawn("2 6 4 4 1 3", CommitDraw.Panels), drawnOn).ThrowIfRefused();
        db.Add(new PanelDraw(convention.Id, text));
        foreach (var s in told.GetProperty("sessions").EnumerateArray()) convention.Hold(new(Guid.CreateVersion7(), LocalDatePattern.Iso.Format(drawnOn.PlusDays(s[0].GetInt32())), EnumWords.Read<SessionKind>(s[1].GetString()!), s[2].GetString()!, s[3].GetString()!)).ThrowIfRefused();
        foreach (var r in said.EnumerateArray())
        {
            convention.Recommend(new(Guid.CreateVersion7(), r[0].GetString()!, r[1].GetInt32(), r[2].GetInt32(), r[3].GetInt32(), [])).ThrowIfRefused();
            if (r[4].GetString() is { Length: > 0 } minority) convention.Annex(convention.Recommendations[^1].Id, minority).ThrowIfRefused();
        }

        convention.Answer([.. convention.Recommendations.Zip(said.EnumerateArray(), (item, r) => new DebateAnswer(item.Id, EnumWords.Read<AnswerKind>(r[5].GetString()!), r[6].GetString()!))], drawnOn.PlusDays(120)).ThrowIfRefused();
        convention.Purge(PurgePanel.Statement(db, convention, people.GroupBy(p => p.State).Select(g => (g.Key, g.Count()))), drawnOn.PlusDays(130)).ThrowIfRefused();
        db.Add(PanelFacts.Of(PanelFacts.Drawn, convention, Noon(drawnOn), convention.Seats));
        db.Add(PanelFacts.Of(PanelFacts.Answered, convention, Noon(drawnOn.PlusDays(120))));
    }

    private static List<string> Words(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
