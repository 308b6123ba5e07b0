using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

/// <summary>Anyone says that something should be debated: on a form, at a counter, on paper. Who may frame debates begins to frame it at once.</summary>
public sealed class ProposeDebate(TrameDb db, Rights rights)
{
    /// <param name="Commune">Short name of the commune in its address.</param>
    /// <param name="About">Address of the place, moment or project it is about, or nothing.</param>
    /// <param name="StartedBy">As which group, or nothing.</param>
    public sealed record Request(string Name, string Object, string Place, string Commune, string About, string StartedBy, Channel Channel);

    public async Task<Outcome<Debate>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, DebateActs.Propose)) return Refusal.NotAllowed;
        var about = await AboutOf(request.About, stop);
        var territory = about?.TerritoryId ?? await db.Set<Territory>().Where(t => t.Slug == request.Commune && t.Kind == TerritoryKind.Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop);
        var (name, what) = (request.Name.Trim(), request.Object.Trim());
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("debates.name.missing", "Name"));
        if (Blank.Is(what)) refusals.Add(new("debates.lacks.object", "Object"));
        else if (GreatWords.Only(what)) refusals.Add(new("debates.lacks.concrete", "Object"));
        if (territory is null) refusals.Add(new("debates.commune.unknown", "Commune"));
        refusals.AddRange(Lengths.Wrong(("Name", name, Debate.NameLength), ("Object", what, DebateFrame.TextLength), ("Place", request.Place, DebateFrame.ShortLength), ("StartedBy", request.StartedBy, DebateFrame.ShortLength)));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var debate = new Debate(name, await FreeSlug.For(db.Set<Debate>().Select(d => d.Slug), name, stop), territory!.Value, Tokens.Code(3), db.Now); // known: refused just above otherwise
        debate.SpeakOf(about?.Id);
        debate.Set(name, DebateFrame.Empty with { Object = what, Place = request.Place.Trim(), Latitude = about?.Latitude, Longitude = about?.Longitude, StartedBy = request.StartedBy.Trim() }).ThrowIfRefused();
        if (rights.May(actor, DebateActs.Run)) debate.Accept().ThrowIfRefused();
        db.Add(debate);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? debate : saved;
    }

    private async Task<Occasion?> AboutOf(string typed, CancellationToken stop)
    {
        var parts = typed.Trim().Split('?')[0].TrimEnd('/').Split('/');
        return parts.Length >= 2 && OccasionShelf.Kind(parts[^2]) is { } kind && parts[^1] is { Length: > 0 } slug
            ? await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Kind == kind && o.Slug == slug && o.MergedIntoId == null && o.Status != OccasionStatus.Proposed, stop) : null;
    }
}
