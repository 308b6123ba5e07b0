using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>Makes a link that lets one person in with a role, once. It is handed over, printed or read aloud: Trame writes to nobody.</summary>
public sealed class Invite(TrameDb db, RoleRules rules, Rights rights)
{
    public sealed record Request(Role Role, Guid? ScopeId, Duration Lasts);

    /// <summary>The word of the link: <c>/entree/{token}</c>. Only its hash is kept.</summary>
    public async Task<Outcome<string>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        var allowed = request.Role == Role.Resident ? rights.May(actor, PeopleActs.Welcome) : rules.MayGive(actor, request.Role);
        if (!allowed) return Refusal.NotAllowed;
        if (await GiveRole.Misplaced(db, request.Role, request.ScopeId, stop) is { } misplaced) return misplaced;
        var token = Tokens.New();
        db.Add(new Invitation(Tokens.Hash(token), request.Role, request.ScopeId, actor.Name, db.Now, db.Now + request.Lasts));
        db.Add(new SecurityEvent(SecurityWord.InvitationMade, null, actor.PersonId, EnumWords.Write(request.Role), db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : token;
    }
}
