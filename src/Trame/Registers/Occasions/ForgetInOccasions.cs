using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.Occasions;

/// <summary>The register of occasions forgets who verified and who answered, when they leave.</summary>
public sealed class ForgetInOccasions : IForgetPerson
{
    public async Task Handle(TrameDb db, ErasedPerson person, CancellationToken stop)
    {
        var (names, subjects) = (person.Names, person.Subjects);
        await db.Set<Occasion>().Where(o => subjects.Contains(o.Id) && names.Contains(o.VerifiedBy)).ExecuteUpdateAsync(o => o.SetProperty(x => x.VerifiedBy, IForgetPerson.Gone), stop);
        await db.Set<Proposal>().Where(p => names.Contains(p.AnsweredBy)).ExecuteUpdateAsync(p => p.SetProperty(x => x.AnsweredBy, IForgetPerson.Gone), stop);
    }
}
