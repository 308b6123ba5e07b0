using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Registers.Spaces;

/// <summary><c>trame space …</c></summary>
internal static class SpaceVerbs
{
    public static Command All(CommandHost host) => new("space", Texts.Get("cli.spaces"))
    {
        CreateVerb.Of(host), List(host), Archive(host), Unarchive(host), Answer(host), Move(host),
    };

    private static Command List(CommandHost host)
    {
        var list = new Command("list", Texts.Get("cli.list"));
        list.SetAction(parsed => host.Outside(parsed, services =>
        {
            foreach (var space in services.GetRequiredService<SpaceDirectory>().All(archived: true))
                Console.WriteLine(string.Join('\t', space.Slug, space.Name, EnumWords.Write(space.Provider), space.Host ?? $"/e/{space.Slug}/", State(space)));
            return Task.FromResult(0);
        }));
        return list;
    }

    private static string State(Space space) => Texts.Get(space.IsArchived ? "spaces.list.archived" : space.IsDemo ? "spaces.list.demo" : "spaces.list.open");

    private static Command Archive(CommandHost host) => Named(host, "archive", Texts.Get("cli.archive"), "spaces.archive.done",
        (directory, slug, now) => directory.Archive(slug, now));

    private static Command Unarchive(CommandHost host) => Named(host, "restore-archived", Texts.Get("cli.unarchive"), "spaces.unarchive.done",
        (directory, slug, _) => directory.Archive(slug, null));

    private static Command Named(CommandHost host, string verb, string description, string done, Action<SpaceDirectory, string, DateTimeOffset> act)
    {
        var slug = new Argument<string>("slug") { Description = Texts.Get("cli.slug") };
        var command = new Command(verb, description) { slug };
        command.SetAction(parsed => host.Outside(parsed, async services =>
        {
            var directory = services.GetRequiredService<SpaceDirectory>();
            if (directory.Find(parsed.GetValue(slug)!) is not { } space) return await CommandHost.Fail("spaces.none", parsed.GetValue(slug));
            act(directory, space.Slug, services.GetRequiredService<TimeProvider>().GetUtcNow());
            Console.WriteLine(Texts.Get(done, space.Name));
            return 0;
        }));
        return command;
    }

    private static Command Answer(CommandHost host)
    {
        var slug = new Argument<string>("slug") { Description = Texts.Get("cli.slug") };
        var name = new Argument<string?>("host") { Description = Texts.Get("cli.host.name"), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("host", Texts.Get("cli.host")) { slug, name };
        command.SetAction(parsed => host.Outside(parsed, async services =>
        {
            var directory = services.GetRequiredService<SpaceDirectory>();
            var wanted = parsed.GetValue(name)?.Trim().ToLowerInvariant();
            if (directory.Find(parsed.GetValue(slug)!) is not { } space) return await CommandHost.Fail("spaces.none", parsed.GetValue(slug));
            if (wanted is not null && Uri.CheckHostName(wanted) != UriHostNameType.Dns) return await CommandHost.Fail("spaces.host.form", wanted);
            if (directory.All(archived: true).FirstOrDefault(s => s.Host == wanted && wanted is not null && s.Slug != space.Slug) is { } other) return await CommandHost.Fail("spaces.host.taken", wanted, other.Slug);
            directory.AnswerAt(space.Slug, wanted);
            Console.WriteLine(Texts.Get("spaces.host.done", space.Name, wanted ?? $"/e/{space.Slug}/"));
            return 0;
        }));
        return command;
    }

    private static Command Move(CommandHost host)
    {
        var slug = new Argument<string>("slug") { Description = Texts.Get("cli.slug") };
        var to = new Option<string>("--to") { Description = Texts.Get("cli.move.to"), Required = true };
        to.AcceptOnlyFromAmong("postgres", "sqlite");
        var connection = new Option<string?>("--connection") { Description = Texts.Get("cli.move.connection") };
        var command = new Command("move", Texts.Get("cli.move")) { slug, to, connection };
        command.SetAction((parsed, stop) => host.Outside(parsed, async services =>
        {
            var request = new MoveSpace.Request(parsed.GetValue(slug)!, EnumWords.Read<Provider>(parsed.GetValue(to)!), parsed.GetValue(connection));
            var outcome = await ProgressLine.Run(parsed.GetValue(host.Plain), "spaces.move.doing", progress => services.GetRequiredService<MoveSpace>().Handle(request, progress, stop));
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            foreach (var table in outcome.Value.Tables) Console.WriteLine($"{table.Table,-24}{table.Rows,12}{table.Copied,12}");
            Console.WriteLine(Texts.Get("spaces.move.done", outcome.Value.Space.Name, request.To, outcome.Value.Fingerprint, outcome.Value.Left));
            return 0;
        }));
        return command;
    }
}
