using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Panels;

/// <summary>Begins a convention, says what it promises and which categories the panel must hold, and opens it, or says all that is missing.</summary>
public sealed class FrameConvention(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Commune">Short name of the commune in its address.</param>
    public sealed record Started(string Name, string Commune);

    public sealed record Request(Guid ConventionId, int Version, string Name, ConventionFrame Frame);

    public async Task<Outcome<Convention>> Start(Started started, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        var territory = await db.Set<Territory>().Where(t => t.Slug == started.Commune && t.Kind == TerritoryKind.Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop);
        var refusals = new List<Refusal>(Lengths.Wrong(("Name", started.Name, Convention.NameLength)));
        if (territory is null) refusals.Add(new("debates.commune.unknown", "Commune"));
        if (Blank.Is(started.Name)) refusals.Add(new("convention.name.missing", "Name"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var convention = new Convention(started.Name.Trim(), await FreeSlug.For(db.Set<Convention>().Select(c => c.Slug), started.Name.Trim(), stop), territory!.Value, db.Now); // known: refused just above otherwise
        db.Add(convention);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? convention : saved;
    }

    public Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop) => Change(request.ConventionId, request.Version, actor, convention =>
    {
        var f = request.Frame;
        var wrong = Lengths.Wrong(("Name", request.Name, Convention.NameLength), ("Question", f.Question, ConventionFrame.TextLength), ("Decider", f.Decider, ConventionFrame.ShortLength), ("Promise", f.Promise, ConventionFrame.TextLength),
            ("Eligibility", f.Eligibility, ConventionFrame.TextLength), ("DrawPlace", f.DrawPlace, ConventionFrame.ShortLength), ("Source", f.Source, ConventionFrame.ShortLength), ("Help", f.Help, ConventionFrame.TextLength)).ToList();
        return wrong.Count > 0 ? Outcome.Of(wrong) : convention.Set(request.Name, f);
    }, stop);

    public Task<Outcome> Open(Guid conventionId, int version, Actor actor, CancellationToken stop) => Change(conventionId, version, actor, c => c.Open(SpaceCalendar.Of(space.Settings).Today(db.Now)), stop);

    private async Task<Outcome> Change(Guid id, int version, Actor actor, Func<Convention, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        var outcome = change(convention);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(convention, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
