using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>
/// A person leaves, for good. Each room forgets them, an empty shell stays so that counts still add up, and a mark outside the space makes a restored
/// backup forget them again.
/// </summary>
public sealed class ErasePerson(IEnumerable<IForgetPerson> rooms, TombstoneKey key, SpaceDirectory directory, TimeProvider clock)
{
    /// <summary>The person themself asks. The last coordinator names another first: a space is not left without anyone to answer.</summary>
    public async Task<Outcome> Handle(TrameDb db, RoleRules rules, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId is not { } id) return Refusal.NotAllowed;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await rules.HoldStill(stop);
        if (await rules.IsCoordinator(id, stop) && !await rules.HasAnotherCoordinator(id, stop)) return new Refusal("people.leave.last-coordinator");
        await Forget(db, id, stop);
        await transaction.CommitAsync(stop);
        return Outcome.Done;
    }

    /// <summary>Inside a transaction of the caller. The mark is laid first: if the machine stops here, the next start finishes the work.</summary>
    public async Task Forget(TrameDb db, Guid personId, CancellationToken stop)
    {
        directory.Bury(key.Mark(personId), clock.GetUtcNow());
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId, stop);
        var written = await db.Set<Revision>().Where(r => r.PersonId == personId).Select(r => new { r.SubjectId, r.By }).Distinct().ToListAsync(stop);
        var names = written.Select(w => w.By).Append(person.DisplayName).Where(n => n.Length > 0 && n != IForgetPerson.Gone).Distinct().ToList();
        var erased = new ErasedPerson(personId, names, [.. written.Select(w => w.SubjectId).Distinct()]);
        foreach (var room in rooms) await room.Handle(db, erased, stop);
        person.Erase(db.Now);
        db.Add(new SecurityEvent(SecurityWord.PersonErased, null, null, "", db.Now));
        await db.Save(stop);
    }
}
