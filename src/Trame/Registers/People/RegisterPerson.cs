using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>An account is opened at the counter for someone without a device: a name to be called by, nothing else.</summary>
public sealed class RegisterPerson(TrameDb db, Rights rights)
{
    public async Task<Outcome<Guid>> Handle(string displayName, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.Welcome)) return Refusal.NotAllowed;
        var person = new Person("", "fr", db.Now);
        var named = person.Rename(displayName);
        if (!named.Accepted) return named;
        db.Add(person);
        db.Add(new SecurityEvent(SecurityWord.PersonCreated, person.Id, actor.PersonId, "", db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : person.Id;
    }
}
