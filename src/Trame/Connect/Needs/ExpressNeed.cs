using Trame.Act.Moments;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>A need is said, by the person or for them; or a neighbour is worried. It is kept even when no service answers (S0-09).</summary>
public sealed class ExpressNeed(TrameDb db, Rights rights, CurrentSpace space, HelpKinds kinds, FindTerritories territories, FindCrisis crises, FindCarnets carnets, DiscreetSpots spots)
{
    /// <param name="Kind">Its key.</param>
    /// <param name="Words">In their own words, or nothing. Never who it is.</param>
    /// <param name="Brings">Key of a kind they could bring, or nothing.</param>
    /// <param name="Age">An age band, or nothing.</param>
    public sealed record Request(SaidBy SaidBy, string Kind, string Words, string Brings, string Age, EntryForm Form, Channel Channel);

    public async Task<Outcome<Need>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.Express)) return Refusal.NotAllowed;
        var (form, all) = (request.Form, await kinds.All(stop));
        var commune = (await territories.Tree(stop)).BySlug(form.Commune);
        var refusals = form.Wrong(commune is { Kind: TerritoryKind.Commune }).ToList();
        if (request.SaidBy == SaidBy.Agent && !rights.May(actor, NeedActs.CareFor)) refusals.Add(new("needs.said-by.wrong", "SaidBy"));
        if (all.All(k => k.Key != request.Kind || k.IsRetired)) refusals.Add(new("needs.kind.missing", "Kind"));
        if (request.Brings.Length > 0 && all.All(k => k.Key != request.Brings || k.IsRetired)) refusals.Add(new("needs.kind.missing", "Brings"));
        if (request.Age.Length > 0 && !RecordHeld.Ages.Contains(request.Age)) refusals.Add(new("needs.age.wrong", "Age"));
        if (request.Words.Trim().Length > Need.WordsLength) refusals.Add(new("occasions.field.long", "Words", $"{Need.WordsLength}", $"{request.Words.Trim().Length}"));
        if (request.SaidBy == SaidBy.Neighbour && form.Contacts.Count == 0) refusals.Add(new("needs.signal.no-relay", "Where1"));
        var code = form.CodeOrNew();
        if (form.Code.Trim().Length > 0 && !await carnets.Exists(code, stop)) refusals.Add(new("needs.code.unknown", "Code"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var crisis = await crises.Open(stop);
        var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
        var expires = crisis is { } open && open.ClosesOn < form.ExpiresOn(today) ? open.ClosesOn : form.ExpiresOn(today);
        var need = new Need(request.Kind, request.SaidBy, code, commune!.Id, request.Channel, expires, db.Now); // none was refused just above
        form.Fill(need, form is { Latitude: { } lat, Longitude: { } lon } ? spots.Of(lat, lon) : null, crisis?.Id);
        need.Say(request.Words.Trim(), request.Brings, request.Age);
        db.Add(need);
        db.Add(NeedFacts.Of(need.Status == EntryStatus.Signal ? NeedFacts.Signalled : NeedFacts.Registered, need, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? need : saved;
    }
}
