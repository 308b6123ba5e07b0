using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>
/// A printed card to come in with: a number and a short code. Made by the person, or at the counter for someone without a device. A card opens
/// everything its person may do, so an agent makes one only for people without a role; a coordinator for everybody but the operators.
/// </summary>
public sealed class MakeCard(TrameDb db, Rights rights, Secrets secrets, SignedIn signedIn)
{
    public async Task<Outcome<AccessCard>> Handle(Guid personId, Actor actor, CancellationToken stop)
    {
        if (!await May(personId, actor, stop)) return Refusal.NotAllowed;
        if (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId && p.ErasedAt == null, stop) is not { } person) return Refusal.Gone;
        var former = await db.Set<SignIn>().Where(w => w.PersonId == personId && w.Kind == SignInKind.Card && w.RevokedAt == null).ToListAsync(stop);
        foreach (var old in former) old.Revoke(db.Now);
        if (former.Count > 0) await signedIn.EndOthers(personId, actor, stop); // a card is made again because the former is lost
        var (number, code) = (Tokens.Code(2), Tokens.Code(1));
        db.Add(new SignIn(personId, SignInKind.Card, EnterWithSecret.CardText(number), secrets.Hash(EnterWithSecret.CardText(code)), db.Now));
        db.Add(new SecurityEvent(SecurityWord.WayAdded, personId, actor.PersonId == personId ? null : actor.PersonId, EnumWords.Write(SignInKind.Card), db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : new AccessCard(personId, person.DisplayName, number, code);
    }

    /// <summary>Whether this actor may make a card for that person: the page hides the button otherwise.</summary>
    public async Task<bool> May(Guid personId, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId == personId) return rights.May(actor, PeopleActs.BeMyself);
        if (!rights.May(actor, PeopleActs.Welcome)) return false;
        var roles = await db.Set<RoleGrant>().Where(g => g.PersonId == personId && g.EndedAt == null).Select(g => g.Role).ToListAsync(stop);
        if (roles.Contains(Role.Operator)) return actor.Is("operator");
        return roles.TrueForAll(r => r == Role.Resident) || rights.May(actor, PeopleActs.GiveRoles);
    }
}
