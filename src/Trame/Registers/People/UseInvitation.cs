using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>Someone opens their invitation, says what to call them and is in. The link works once; two who press at the same time are not both let in.</summary>
public sealed class UseInvitation(TrameDb db, SignedIn signedIn)
{
    public sealed record Request(string Token, string DisplayName, string Language);

    public Task<Invitation?> Find(string token, CancellationToken stop)
    {
        var (hash, now) = (Tokens.Hash(token), db.Now);
        return db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null && i.EndsAt > now, stop);
    }

    /// <summary>The token of a new session.</summary>
    public async Task<Outcome<string>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await Find(request.Token, stop) is not { } invitation) return new Refusal("people.invitation.over");
        var person = await Guest(request, actor, stop);
        if (!person.Accepted) return person.Plain;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = db.Now;
        var taken = await db.Set<Invitation>().Where(i => i.Id == invitation.Id && i.UsedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now), stop);
        if (taken == 0) return new Refusal("people.invitation.over");
        var known = await db.Set<RoleGrant>().AnyAsync(g => g.PersonId == person.Value.Id && g.Role == invitation.Role && g.ScopeId == invitation.ScopeId && g.EndedAt == null, stop);
        if (invitation.Role != Role.Resident && !known) db.Add(new RoleGrant(person.Value.Id, invitation.Role, invitation.ScopeId, invitation.InvitedBy, now));
        db.Add(new SecurityEvent(SecurityWord.InvitationUsed, person.Value.Id, null, EnumWords.Write(invitation.Role), now));
        var token = signedIn.Start(person.Value);
        if (await db.Save(stop) is { Accepted: false } refused) return refused;
        await transaction.CommitAsync(stop);
        return token;
    }

    // Someone who is signed in already keeps their account and gains a role: two accounts for one person would help nobody.
    private async Task<Outcome<Person>> Guest(Request request, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId is { } id) return await db.Set<Person>().SingleAsync(p => p.Id == id, stop);
        var person = new Person("", request.Language, db.Now);
        var named = person.Rename(request.DisplayName);
        if (!named.Accepted) return named;
        db.Add(person);
        return person;
    }
}
