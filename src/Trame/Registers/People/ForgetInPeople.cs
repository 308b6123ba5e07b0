using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.People;

/// <summary>The register of people and the history of every register forget somebody: ways in, sessions and roles go, names become a dash.</summary>
public sealed class ForgetInPeople : IForgetPerson
{
    public async Task Handle(TrameDb db, ErasedPerson person, CancellationToken stop)
    {
        var (id, names) = (person.Id, person.Names);
        await db.Set<SignIn>().Where(w => w.PersonId == id).ExecuteDeleteAsync(stop);
        await db.Set<Session>().Where(s => s.PersonId == id).ExecuteDeleteAsync(stop);
        await db.Set<RoleGrant>().Where(g => g.PersonId == id).ExecuteDeleteAsync(stop);
        await db.Set<RoleGrant>().Where(g => names.Contains(g.GrantedBy)).ExecuteUpdateAsync(g => g.SetProperty(x => x.GrantedBy, IForgetPerson.Gone), stop);
        await db.Set<Invitation>().Where(i => names.Contains(i.InvitedBy)).ExecuteUpdateAsync(i => i.SetProperty(x => x.InvitedBy, IForgetPerson.Gone), stop);
        await db.Set<SecurityEvent>().Where(e => e.PersonId == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.PersonId, (Guid?)null), stop);
        await db.Set<SecurityEvent>().Where(e => e.ByPersonId == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.ByPersonId, (Guid?)null), stop);
        await Rewrite(db, person, stop);
    }

    // A history keeps what changed and when; only who said so is taken out, in the line itself and where a field held their name.
    private static async Task Rewrite(TrameDb db, ErasedPerson person, CancellationToken stop)
    {
        var lines = await db.Set<Revision>().AsNoTracking().Where(r => person.Subjects.Contains(r.SubjectId)).ToListAsync(stop);
        foreach (var line in lines)
        {
            var (before, after) = (Without(line.Before, person.Names), Without(line.After, person.Names));
            var told = before is not null || after is not null;
            if (told) await db.Set<Revision>().Where(r => r.Id == line.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Before, before ?? line.Before).SetProperty(x => x.After, after ?? line.After), stop);
        }

        await db.Set<Revision>().Where(r => r.PersonId == person.Id)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.By, IForgetPerson.Gone).SetProperty(x => x.PersonId, (Guid?)null), stop);
    }

    private static Dictionary<string, string?>? Without(Dictionary<string, string?> said, IReadOnlyList<string> names) =>
        said.Any(s => IsAuthor(s, names)) ? said.ToDictionary(s => s.Key, s => IsAuthor(s, names) ? IForgetPerson.Gone : s.Value) : null;

    // « VerifiedBy », « AnsweredBy »: fields that name who acted. A place called like a person keeps its name.
    private static bool IsAuthor(KeyValuePair<string, string?> said, IReadOnlyList<string> names) =>
        said.Key.EndsWith("By", StringComparison.Ordinal) && said.Value is { } value && names.Contains(value);
}
