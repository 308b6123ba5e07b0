using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary><c>trame import calendar</c> and <c>trame import calendar-undo</c>: the same acts as the page of calendars.</summary>
internal static class CalendarVerbs
{
    public static IEnumerable<Command> Of(CommandHost host) => [Take(host), Undo(host)];

    private static Command Take(CommandHost host)
    {
        var which = new Argument<string>("calendar") { Description = Texts.Get("cli.calendar.which") };
        var source = new Option<string>("--source") { Description = Texts.Get("cli.calendar.source"), Required = true };
        var territory = new Option<string>("--territory") { Description = Texts.Get("cli.calendar.territory"), Required = true };
        var follow = new Option<bool>("--follow") { Description = Texts.Get("cli.calendar.follow") };
        var dryRun = new Option<bool>("--dry-run") { Description = Texts.Get("cli.dry-run") };
        var take = new Command("calendar", Texts.Get("cli.calendar")) { which, source, territory, follow, dryRun };
        take.SetAction((parsed, stop) => host.InSpace(parsed, async (services, _) =>
        {
            var given = parsed.GetRequiredValue(which);
            var isAddress = CalendarFeed.Address(given) is not null || given.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase);
            if (!isAddress && !File.Exists(given)) return await CommandHost.Fail("cli.no-file", given);
            var request = new StartFeed.Request(isAddress ? given : "", isAddress ? null : await File.ReadAllTextAsync(given, stop), parsed.GetRequiredValue(source), parsed.GetRequiredValue(territory));
            var (start, accept) = (services.GetRequiredService<StartFeed>(), services.GetRequiredService<AcceptFeed>());
            var looked = await start.Look(request, Actor.Machine, stop);
            if (!looked.Accepted) return await CommandHost.Fail(looked.Plain);
            await Tell(looked.Value.Lines);
            if (parsed.GetValue(dryRun)) return 0;
            var outcome = await start.Keep(looked.Value.Feed, stop);
            if (outcome.Accepted) outcome = await accept.Handle(new(looked.Value.Feed.Id, looked.Value.Feed.Version, parsed.GetValue(follow)), Actor.Machine, stop);
            if (!outcome.Accepted) return await CommandHost.Fail(outcome);
            Console.WriteLine(Texts.Get("cli.calendar.taken", looked.Value.Feed.Id));
            return 0;
        }, stop));
        return take;
    }

    private static async Task Tell(IReadOnlyList<FeedLine> lines)
    {
        foreach (var line in lines.Where(l => l.Why.Length > 0)) await Console.Error.WriteLineAsync($"{(line.Name.Length > 0 ? line.Name : Texts.Get("feeds.line.nameless"))}: {line.Why}");
        var counts = TakeFeed.Counts(lines);
        Console.WriteLine(Texts.Get("cli.calendar.told", [.. ((FeedLine.Fate[])[FeedLine.Fate.New, FeedLine.Fate.Changed, FeedLine.Fate.Unchanged, FeedLine.Fate.Vanished, FeedLine.Fate.Refused, FeedLine.Fate.Over]).Select(f => (object)counts.GetValueOrDefault(EnumWords.Write(f)))]));
    }

    private static Command Undo(CommandHost host)
    {
        var which = new Argument<Guid?>("calendar") { Description = Texts.Get("cli.calendar-undo.which"), DefaultValueFactory = _ => null };
        var undo = new Command("calendar-undo", Texts.Get("cli.calendar-undo")) { which };
        undo.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            var asked = parsed.GetValue(which);
            var found = await db.Set<CalendarFeed>().AsNoTracking().Where(f => asked == null ? f.State != FeedState.Read && f.State != FeedState.TakenBack : f.Id == asked).OrderByDescending(f => f.CreatedAt).Select(f => new { f.Id, f.Version }).FirstOrDefaultAsync(stop);
            if (found is null) return await CommandHost.Fail("feeds.undo.nothing");
            var outcome = await services.GetRequiredService<UndoFeed>().Handle(new(found.Id, found.Version), Actor.Machine, stop);
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            Console.WriteLine(Texts.Get("feeds.undo.done", outcome.Value.TakenBack, outcome.Value.Kept));
            return 0;
        }, stop));
        return undo;
    }
}
