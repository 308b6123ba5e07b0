using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.Dispositifs;

/// <summary>A dispositif begins here, under a name of one's own.</summary>
public sealed class StartDispositif(TrameDb db, Rights rights, DispositifShelf shelf, FindTerritories territories, CurrentSpace space)
{
    /// <param name="Territory">Slug of the territory it is for; the space's own when empty.</param>
    public sealed record Request(string Key, string Name, string Territory, LocalDate Day, Channel Channel);

    public async Task<Outcome<DispositifRun>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, DispositifActs.Start)) return Refusal.NotAllowed;
        if (shelf.Named(request.Key) is not { } dispositif) return Refusal.Gone;
        var (name, today) = (request.Name.Trim(), SpaceCalendar.Of(space.Settings).Today(db.Now));
        var tree = await territories.Tree(stop);
        var territory = request.Territory.Length > 0 ? tree.BySlug(request.Territory) : tree.About;
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("dispositifs.name.missing", "Name"));
        if (name.Length > DispositifRun.NameLength) refusals.Add(new("occasions.field.long", "Name", $"{DispositifRun.NameLength}", $"{name.Length}"));
        if (territory is null) refusals.Add(new("dispositifs.territory.unknown", "Territory"));
        if (request.Day > today) refusals.Add(new("dispositifs.day.future", "Day"));
        if (request.Day < today.PlusYears(-60)) refusals.Add(new("dispositifs.day.old", "Day"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var slug = await FreeSlug.For(db.Set<DispositifRun>().Select(r => r.Slug), name, stop);
        var run = new DispositifRun(dispositif, name, slug, territory!.Id, request.Day);
        db.Add(run);
        db.Add(DispositifFacts.Of(DispositifFacts.Started, run, request.Channel, db.Now));
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? run : saved;
    }
}
