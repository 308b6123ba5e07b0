using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary><c>trame import list</c> and <c>trame import undo</c>.</summary>
internal static class ImportVerbs
{
    public static IEnumerable<Command> Of(CommandHost host) => [List(host), Undo(host)];

    private static Command List(CommandHost host)
    {
        var list = new Command("list", Texts.Get("cli.import.list"));
        list.SetAction((parsed, stop) => host.InSpace(parsed, async (_, db) =>
        {
            foreach (var i in await db.Set<PlaceImport>().AsNoTracking().OrderByDescending(i => i.CreatedAt).Take(100).Select(i => new { i.Id, i.Name, i.CreatedAt, i.State, i.Counts }).ToListAsync(stop))
                Console.WriteLine($"{i.Id}  {InstantPattern.General.Format(i.CreatedAt)}  {Texts.Get($"sources.state.{Foundation.Data.EnumWords.Write(i.State)}")}  {i.Name}");
            return 0;
        }, stop));
        return list;
    }

    private static Command Undo(CommandHost host)
    {
        var which = new Argument<Guid?>("import") { Description = Texts.Get("cli.import.undo.which"), DefaultValueFactory = _ => null };
        var undo = new Command("undo", Texts.Get("cli.import.undo")) { which };
        undo.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            var asked = parsed.GetValue(which);
            var found = await db.Set<PlaceImport>().AsNoTracking().Where(i => asked == null ? i.State == ImportState.Applied : i.Id == asked).OrderByDescending(i => i.AppliedAt).Select(i => new { i.Id, i.Version, i.Name }).FirstOrDefaultAsync(stop);
            if (found is null) return await CommandHost.Fail("sources.undo.none");
            var outcome = await services.GetRequiredService<UndoImport>().Handle(new(found.Id, found.Version), Actor.Machine, null, stop);
            if (!outcome.Accepted) return await CommandHost.Fail(outcome.Plain);
            Console.WriteLine(Texts.Get("sources.undo.done", found.Name, outcome.Value.TakenBack, outcome.Value.Kept));
            return 0;
        }, stop));
        return undo;
    }
}
