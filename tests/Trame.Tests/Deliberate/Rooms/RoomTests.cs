using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Deliberate.Debates;
using Trame.Deliberate.Rooms;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Deliberate.Debates;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Deliberate.Rooms;

public abstract class RoomTests(TestSpace space)
{
    private static readonly Actor Host = Register.As("host");

    [Fact]
    public async Task People_stand_move_and_say_which_argument_moved_them_without_a_script()
    {
        var (debate, _) = await Evening();
        var phone = space.Browse();
        var page = await phone.Open($"/debats/{debate.Slug}/salle");
        page.Words.ShouldContain("La rue doit être à l’école");
        (await page.SendTo("?handler=Move", ("Position", "100"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Run((run, room) => run.Argue(room, -1, "Les livreurs ne passent plus", Host), debate)).Refusals.ShouldBeEmpty();
        page = await phone.Open($"/debats/{debate.Slug}/salle");
        page.Document.QuerySelector(".zone[aria-pressed='true']")!.GetAttribute("value").ShouldBe("100");
        var argument = page.Document.QuerySelectorAll("#Cause option").Single(o => o.TextContent.Contains("livreurs", StringComparison.Ordinal)).GetAttribute("value")!;
        (await page.SendTo("?handler=Move", ("Position", "-50"), ("Cause", argument))).Status.ShouldBe(HttpStatusCode.Redirect);
        var seen = await space.Browse().Open($"/debats/{debate.Slug}/mur");
        seen.Document.QuerySelector("[data-room-zone='1']")!.TextContent.ShouldBe("1");
        seen.Document.QuerySelector("[data-room-zone='4']")!.TextContent.ShouldBe("0");
        seen.Document.QuerySelector($"[data-room-cause='{argument}']")!.TextContent.ShouldBe("1");
        seen.Document.QuerySelector("[data-room='moved']")!.TextContent.ShouldBe("1");
        (await page.SendTo("?handler=Move", ("Position", "3000"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.SendTo("?handler=Move", ("Position", "0"), ("Cause", "999"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_screen_that_comes_late_or_comes_back_sees_the_same()
    {
        var (debate, room) = await Evening();
        for (var i = 0; i < 7; i++) await Move(room, $"k{i}", i < 4 ? 100 : null);
        await Run((run, r) => run.Count(r, ["1", "2", "3", "", "5", "6"], fromPhoto: true, Host), debate);
        (await Tally(debate)).ShouldBe(await Tally(debate));
        using var tally = JsonDocument.Parse(await Tally(debate));
        tally.RootElement.GetProperty("zones").EnumerateArray().Select(z => z.GetInt32()).ShouldBe([1, 2, 3, 0, 9, 9]);
        (tally.RootElement.GetProperty("people").GetInt32(), tally.RootElement.GetProperty("hall").GetInt32()).ShouldBe((24, 17));
        var page = await space.Browse().Open($"/debats/{debate.Slug}/salle");
        page.Document.QuerySelectorAll("[data-room-zone]").Select(z => z.TextContent).ShouldBe(["1", "2", "3", "0", "9", "9"], "the table says what the picture draws");
    }

    [Fact]
    public async Task Two_processes_on_one_database_show_the_same_room_and_lose_no_move()
    {
        var (debate, room) = await Evening();
        var other = new LiveRooms(space.Services.GetRequiredService<SpaceDatabases>(), space.Clock).Of(Here, room.Id);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? (Task)Move(room, $"two{i}", 50)
            : other.Send((state, seat) => MoveInRoomOf(state, seat, $"two{i}", -50))));
        var (here, there) = (await Now(room), await space.In(s => other.Now(s.GetRequiredService<TrameDb>(), default)));
        (here.Number, here.People).ShouldBe((there.Number, there.People));
        here.Zones.ShouldBe([0, 30, 0, 30, 0, 0]);
        there.Zones.ShouldBe(here.Zones);
        (await space.Read(db => db.Set<RoomEvent>().CountAsync(e => e.RoomId == room.Id && e.Kind == RoomEventKind.Moved))).ShouldBe(60);
        (await space.Read(db => db.Set<RoomSeat>().CountAsync(s => s.RoomId == room.Id))).ShouldBe(60, "one seat for each, whichever process seated them");
    }

    [Fact]
    public async Task A_room_is_read_again_from_what_happened_in_it()
    {
        var (debate, room) = await Evening();
        await Move(room, "a", 100);
        await Move(room, "b", -100);
        await Run((run, r) => run.State(r, "Une autre affirmation", reworded: true, Host), debate);
        await Run((run, r) => run.Swap(r, true, Host), debate);
        var fresh = new LiveRooms(space.Services.GetRequiredService<SpaceDatabases>(), space.Clock).Of(Here, room.Id);
        var (known, again) = (await Now(room), await space.In(s => fresh.Now(s.GetRequiredService<TrameDb>(), default)));
        JsonSerializer.Serialize(again).ShouldBe(JsonSerializer.Serialize(known));
        (again.Version, again.People, again.Swapped).ShouldBe((2, 2, true));
        await space.Act(async db => (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE room_event SET kind = 'moved'"))).Message.ShouldContain("append-only"));
        await space.Act(async db => (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM room_event"))).Message.ShouldContain("append-only"));
    }

    [Fact]
    public async Task Two_who_hold_the_evening_give_the_floor_once_to_the_least_heard()
    {
        var (debate, room) = await Evening();
        foreach (var (key, at) in ((string, int)[])[("one", 100), ("two", 100), ("three", -100)]) await Move(room, key, at);
        foreach (var key in (string[])["one", "two", "three"]) (await Ask(room, key)).Refusals.ShouldBeEmpty();
        (await Ask(room, "nobody")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.ask.unplaced");
        var given = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Run((run, r) => run.Give(r, 0, Host), debate)));
        given.Count(g => g.Accepted).ShouldBe(1);
        given.Single(g => !g.Accepted).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.give.already");
        var first = await Now(room);
        first.Speaking.ShouldBe(new RoomFloor(1, 1));
        (await Say(room, "two", "Pas mon tour")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.say.not-yours");
        (await Say(room, "one", "<b>Sûr</b> & net")).Refusals.ShouldBeEmpty();
        await Ask(room, "one");
        (await Run((run, r) => run.Give(r, 1, Host), debate)).Value!.Speaking.ShouldBe(new RoomFloor(3, -1), "sides alternate");
        (await Run((run, r) => run.Give(r, 2, Host), debate)).Value!.Speaking.ShouldBe(new RoomFloor(2, 1), "nobody twice before the others");
        (await Run((run, r) => run.Pause(r, true, "Interprètes", Host), debate)).Refusals.ShouldBeEmpty();
        (await Run((run, r) => run.Give(r, 3, Host), debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.give.paused");
        var page = await space.Browse().Open($"/debats/{debate.Slug}/mur");
        page.Text.ShouldContain("&lt;b&gt;S");
        page.Words.ShouldContain("Interprètes");
    }

    [Fact]
    public async Task A_card_in_the_hall_counts_as_a_phone_and_a_card_that_comes_online_too_is_one_voice()
    {
        var (debate, room) = await Evening(HallMode.Cards, SeededDebates.Whole with { Identity = DebateIdentity.Card });
        var cards = (await space.In(s => s.GetRequiredService<MakeCards>().Handle(debate.Id, 3, Host, default))).Value!;
        (await RunNow((run, r) => run.Cards(r, "1 +2, 2 -1\n3 ?", Host, default), debate)).Refusals.ShouldBeEmpty();
        (await RunNow((run, r) => run.Cards(r, "9 +1", Host, default), debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.cards.unknown");
        (await RunNow((run, r) => run.Cards(r, "tout le monde devant", Host, default), debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.cards.wrong");
        (await Now(room)).Zones.ShouldBe([0, 1, 0, 0, 1, 1]);
        var phone = space.Browse();
        var page = await phone.Open($"/debats/{debate.Slug}/salle");
        (await page.SendTo("?handler=Move", ("Position", "0"))).RefusalOf("Card").ShouldContain("carte numérotée");
        (await page.SendTo("?handler=Move", ("Position", "0"), ("Card", "AAAA-AAAA"))).RefusalOf("Card").ShouldContain("n’est pas celui");
        (await page.SendTo("?handler=Move", ("Position", "-100"), ("Card", cards[0].Code.ToLowerInvariant()))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Now(room)).Zones.ShouldBe([1, 1, 0, 0, 0, 1], "card 1 moved: three voices, not four");
        (await Run((run, r) => run.Count(r, ["9"], false, Host), debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.hall.cards", "counted or by cards, so that nobody counts twice");
    }

    [Fact]
    public async Task When_the_evening_closes_nothing_leads_to_a_seat_and_the_counts_stay()
    {
        var (debate, room) = await Evening();
        await Move(room, "a", 100);
        await Move(room, "a", -100);
        var argued = await Run((run, r) => run.Argue(r, 1, "Cela tient", Host), debate);
        var kept = argued.Value!.Arguments.Single().Number;
        (await RunNow((run, r) => run.Close(r, debate, "ennui", [], Host, default), debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.stop.reason");
        (await RunNow((run, r) => run.Close(r, debate, "time", [kept], Host, default), debate)).Refusals.ShouldBeEmpty();
        (await space.Read(db => db.Set<RoomSeat>().Where(s => s.RoomId == room.Id).Select(s => s.KeyHash).ToListAsync())).ShouldBe([""]);
        (await Move(room, "a", 0)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.closed");
        var result = (await Now(room)).Results.ShouldHaveSingleItem();
        result.First.ShouldBe([0, 0, 0, 0, 1, 0]);
        result.Last.ShouldBe([1, 0, 0, 0, 0, 0]);
        result.Moved.ShouldBe(1);
        (await space.Facts(DebateFacts.Phase, debate.Id)).ShouldBe(1);
        (await space.Browse().Open($"/debats/{debate.Slug}/salle")).Words.ShouldContain("gardé comme solide");
    }

    [Fact]
    public async Task Too_many_at_once_are_asked_to_come_back_and_those_who_are_in_lose_nothing()
    {
        var (_, room) = await Evening();
        var live = space.Services.GetRequiredService<LiveRooms>().Of(Here, room.Id);
        await Move(room, "first", 100);
        await live.Send((state, _) => { state.Arrivals = (state.Arrivals.Since, MoveInRoom.ArrivalsPerMinute, false); return MoveInRoomOf(); });
        (await Move(room, "late", 100)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.crowded");
        (await Move(room, "first", -100)).Refusals.ShouldBeEmpty();
        space.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Move(room, "late", 100)).Refusals.ShouldBeEmpty();
        for (var i = 0; i < MoveInRoom.MovesPerMinute; i++) await live.Send((state, _) => { state.IsTooFast(1, NodaTime.Instant.FromDateTimeOffset(space.Clock.GetUtcNow()), MoveInRoom.MovesPerMinute); return MoveInRoomOf(); });
        (await Move(room, "first", 100)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("room.too-fast");
    }

    [Fact]
    public async Task Only_those_who_hold_it_hold_it_and_a_question_is_no_statement()
    {
        var (debate, _) = await Evening();
        (await space.Browse().Open($"/debats/{debate.Slug}/animer")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Run((run, r) => run.Swap(r, true, Actor.Anyone), debate)).Refusals.ShouldContain(Refusal.NotAllowed);
        var page = await (await space.BrowseAs(Role.Host)).Open($"/debats/{debate.Slug}/animer");
        (await page.SendTo("?handler=State", ("Statement", "Faut-il ralentir ?"))).RefusalOf("Statement").ShouldContain("Une affirmation");
        (await page.SendTo("?handler=State", ("Statement", "Il faut ralentir partout"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/debats/{debate.Slug}/mur")).Words.ShouldContain("Il faut ralentir partout");
    }

    private Space Here => space.Services.GetRequiredService<SpaceDirectory>().Find(TestSpace.Slug)!;

    private async Task<(Debate, DebateRoom)> Evening(HallMode hall = HallMode.Counts, DebateFrame? frame = null)
    {
        var debate = await space.HasDebate(frame);
        var room = await space.In(s => s.GetRequiredService<RunRoom>().Open(debate, RoomAxis.Zones, doubt: true, hall, Host, default));
        room.Refusals.ShouldBeEmpty();
        (await Run((run, r) => run.State(r, "La rue doit être à l’école", false, Host), debate)).Refusals.ShouldBeEmpty();
        return (debate, room.Value!);
    }

    private Task<Outcome<RoomView>> Run(Func<RunRoom, DebateRoom, Task<Outcome<RoomView>>> run, Debate debate) => RunNow(run, debate);

    private Task<Outcome<RoomView>> RunNow(Func<RunRoom, DebateRoom, Task<Outcome<RoomView>>> run, Debate debate) =>
        space.In(async s => await run(s.GetRequiredService<RunRoom>(), (await s.GetRequiredService<FindRooms>().Last(debate.Id, default))!));

    private Task<Outcome<RoomView>> Move(DebateRoom room, string key, int? position) => space.In(s => s.GetRequiredService<MoveInRoom>().Handle(new(room, key, position, null), Actor.Anyone, default));

    private Task<Outcome<RoomView>> Ask(DebateRoom room, string key) => space.In(s => s.GetRequiredService<MoveInRoom>().Ask(room, key, true, Actor.Anyone, default));

    private Task<Outcome<RoomView>> Say(DebateRoom room, string key, string text) => space.In(s => s.GetRequiredService<MoveInRoom>().Say(room, key, text, Actor.Anyone, default));

    private Task<RoomView> Now(DebateRoom room) => space.In(s => space.Services.GetRequiredService<LiveRooms>().Of(Here, room.Id).Now(s.GetRequiredService<TrameDb>(), default));

    private static Outcome<IReadOnlyList<RoomStep>> MoveInRoomOf(params RoomStep[] steps) => steps;

    private static Outcome<IReadOnlyList<RoomStep>> MoveInRoomOf(RoomState state, Func<string, Trame.Foundation.Facts.Channel, int> seat, string key, int position) =>
        MoveInRoomOf(new RoomStep(RoomEventKind.Moved, seat(key, Trame.Foundation.Facts.Channel.Online), new RoomSay { Position = position }));

    // The first message of the stream, as a screen that opens receives it.
    private async Task<string> Tally(Debate debate)
    {
        using var answer = await space.Browse().Http.GetAsync($"/debats/{debate.Slug}/salle/flux", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        for (var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken); line is not null; line = await reader.ReadLineAsync(TestContext.Current.CancellationToken))
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line[6..];
        return "";
    }
}

public sealed class RoomOnSqlite(SqliteSpace space) : RoomTests(space), IClassFixture<SqliteSpace>;

public sealed class RoomOnPostgres(PostgresSpace space) : RoomTests(space), IClassFixture<PostgresSpace>;
