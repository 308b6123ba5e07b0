using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Opinions;
using Trame.Deliberate.Rooms;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>Three debates: one late, one that is on now with its room and its opinion map, one answered. Days are told from today, and the crowd is drawn from a seed.</summary>
internal sealed class DemoDebates(TrameDb db)
{
    private const int Voters = 180;
    private const int OnPaper = 40; // the first of them: paper counts the same
    private readonly DemoDice _dice = new(77);

    public async Task Fill(CancellationToken stop)
    {
        using var life = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "data", "demo", "debattre.json"), stop));
        var communes = (await db.Set<Territory>().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune).Select(t => new { t.Name, t.Id }).ToListAsync(stop)).GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First().Id);
        foreach (var told in life.RootElement.GetProperty("debates").EnumerateArray())
        {
            if (!communes.TryGetValue(Text(told, "commune"), out var commune)) continue; // another territory's demonstration
            var debate = await Tell(told, commune, stop);
            (await db.Save(stop)).ThrowIfRefused();
            if (Text(told, "key") != "live") continue;
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await Gather(debate, life.RootElement.GetProperty("moving"), stop);
            await Vote(debate, [.. life.RootElement.GetProperty("statements").EnumerateArray()], stop);
            await transaction.CommitAsync(stop);
        }
    }

    private async Task<Debate> Tell(JsonElement told, Guid commune, CancellationToken stop)
    {
        var (name, today) = (Text(told, "name"), db.Now.InUtc().Date);
        LocalDate Day(int offset) => today.PlusDays(offset);
        string Iso(int offset) => LocalDatePattern.Iso.Format(Day(offset));
        var debate = new Debate(name, Slug.From(name), commune, $"DEMO-{Text(told, "key").ToUpperInvariant()}", db.Now - Duration.FromDays(200));
        var about = told.TryGetProperty("about", out var subject) ? subject.GetString() : null;
        debate.SpeakOf(await db.Set<Occasion>().Where(o => o.Name == about).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop));
        debate.Accept().ThrowIfRefused();
        debate.Set(name, new DebateFrame(Text(told, "object"), Text(told, "place"), told.GetProperty("latitude").GetDouble(), told.GetProperty("longitude").GetDouble(),
            [.. told.GetProperty("options").EnumerateArray().Select(o => new DebateOption(Guid.CreateVersion7(), At(o, 0), o[1].GetInt64() * 100, At(o, 2)))], Text(told, "decided"), Text(told, "decider"), Text(told, "role"), Day(told.GetProperty("decides").GetInt32()),
            EnumWords.Read<Delegation>(Text(told, "delegation")), Text(told, "promise"), told.GetProperty("answerDays").GetInt32(),
            [.. told.GetProperty("phases").EnumerateArray().Select(p => new DebatePhase(Guid.CreateVersion7(), EnumWords.Read<DebateStep>(At(p, 0)), EnumWords.Read<DebateMethod>(At(p, 1)), Iso(p[2].GetInt32()), Iso(p[3].GetInt32())))],
            told.GetProperty("help").GetInt64() * 100, Text(told, "helpNote"), EnumWords.Read<DebateIdentity>(Text(told, "identity")), EnumWords.Read<UserFigure>(Text(told, "figure")), Text(told, "by"))).ThrowIfRefused();
        var opened = told.GetProperty("opened").GetInt32();
        debate.Open(Day(opened)).ThrowIfRefused();
        foreach (var note in told.GetProperty("notes").EnumerateArray()) debate.Note(new(Guid.CreateVersion7(), EnumWords.Read<DebateStep>(At(note, 0)), note[1].GetBoolean(), At(note, 2), At(note, 3), Iso(opened + 10))).ThrowIfRefused();
        foreach (var c in told.GetProperty("contradictions").EnumerateArray()) debate.Oppose(new(Guid.CreateVersion7(), At(c, 0), At(c, 1), At(c, 2), At(c, 3), At(c, 4), At(c, 5))).ThrowIfRefused();
        db.Add(DebateFacts.Of(DebateFacts.Opened, debate, Channel.Online, Noon(Day(opened))));
        db.Add(debate);
        if (Text(told, "arbitration").Length == 0) return debate;
        debate.Arbitrate(Text(told, "arbitration"), noContradiction: false).ThrowIfRefused();
        foreach (var d in told.GetProperty("dissents").EnumerateArray()) debate.Disagree(new(Guid.CreateVersion7(), At(d, 0), At(d, 1))).ThrowIfRefused();
        var answered = Day(told.GetProperty("decides").GetInt32() + 12);
        debate.Answer([.. debate.ToAnswer.Zip(told.GetProperty("answers").EnumerateArray(), (item, a) => new DebateAnswer(item.Id, EnumWords.Read<AnswerKind>(At(a, 0)), At(a, 1)))], answered).ThrowIfRefused();
        db.Add(DebateFacts.Of(DebateFacts.Answered, debate, Channel.Online, Noon(answered)));
        return debate;
    }

    // The room stands open in the middle of the evening.
    private async Task Gather(Debate debate, JsonElement moving, CancellationToken stop)
    {
        var room = new DebateRoom(debate.Id, 1, RoomAxis.Zones, doubt: true, HallMode.Counts, db.Now - Duration.FromMinutes(40));
        var (events, number, people) = (new List<RoomEvent>(), 0L, moving.GetProperty("people").GetInt32());
        long Happen(RoomEventKind kind, int? seat, RoomSay say)
        {
            events.Add(new(room.Id, ++number, kind, seat, say, room.OpenedAt + Duration.FromSeconds(number * 4)));
            return number;
        }

        Happen(RoomEventKind.Stated, null, new() { Text = Text(moving, "statement") });
        for (var seat = 1; seat <= people; seat++) Happen(RoomEventKind.Moved, seat, new() { Position = _dice.Chance(0.08) ? null : RoomView.PositionOf(_dice.Pick([0, 0, 1, 1, 2, 3, 3, 3, 4, 4, 4])) });
        foreach (var told in moving.GetProperty("arguments").EnumerateArray())
        {
            var side = told[0].GetInt32();
            var argument = Happen(RoomEventKind.Argued, null, new() { Text = At(told, 1), Side = side });
            for (var moved = _dice.Between(2, 9); moved > 0; moved--) Happen(RoomEventKind.Moved, _dice.Between(1, people), new() { Position = RoomView.PositionOf(side > 0 ? _dice.Between(3, 4) : _dice.Between(0, 1)), Cause = argument });
        }

        Happen(RoomEventKind.Counted, null, new() { Counts = [.. moving.GetProperty("hall").EnumerateArray().Select(c => c.GetInt32())], What = "counted" });
        foreach (var (seat, side) in ((int, int)[])[(12, 1), (31, -1), (45, 1)]) Happen(RoomEventKind.Asked, seat, new() { Side = side });
        db.Add(room);
        db.AddRange(Enumerable.Range(1, people).Select(seat => new RoomSeat(room.Id, seat, "", Channel.Online, room.OpenedAt)));
        await db.SaveChangesAsync(stop);
        await RowLoader.Load(db, events, stop);
        await db.Set<DebateRoom>().Where(r => r.Id == room.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Last, number), stop);
    }

    private async Task Vote(Debate debate, IReadOnlyList<JsonElement> statements, CancellationToken stop)
    {
        db.AddRange(statements.Select((s, i) => new OpinionStatement(debate.Id, i + 1, At(s, 0), StatementOrigin.Seeded)));
        var refused = new OpinionStatement(debate.Id, statements.Count + 1, "Celui du deuxième n’a qu’à le mettre chez lui", StatementOrigin.Proposed);
        refused.Refuse("Elle vise quelqu’un : dites ce que vous voulez, pas qui.").ThrowIfRefused();
        var merged = new OpinionStatement(debate.Id, statements.Count + 2, "Des bacs avec un couvercle", StatementOrigin.Proposed);
        merged.Merge(3, "L’affirmation 3 dit la même chose.").ThrowIfRefused();
        db.AddRange(refused, merged);
        (await db.Save(stop)).ThrowIfRefused();
        var (voters, votes) = (new List<OpinionVoter>(), new List<OpinionVote>());
        for (var n = 1; n <= Voters; n++)
        {
            var voter = new OpinionVoter(debate.Id, n, $"demo {debate.Id:N} {n}", n <= OnPaper ? Channel.Paper : Channel.Online, db.Now - Duration.FromHours(n));
            voters.Add(voter);
            var crowd = 1 + (n % 3);
            for (var s = 0; s < statements.Count; s++)
                if (_dice.Chance(0.82)) votes.Add(new OpinionVote(debate.Id, n, s + 1, _dice.Chance(0.08) ? 0 : _dice.Chance(statements[s][crowd].GetDouble()) ? 1 : -1));
        }

        await RowLoader.Load(db, voters, stop);
        await RowLoader.Load(db, votes, stop);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string At(JsonElement list, int index) => list[index].GetString() ?? "";

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
