using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.Sources;

/// <summary>A long import that waits goes on without the name of who asked for it, when they leave.</summary>
public sealed class ForgetInImports : IForgetPerson
{
    public async Task Handle(TrameDb db, ErasedPerson person, CancellationToken stop) =>
        await db.Set<ImportWork>().Where(w => w.PersonId == person.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.PersonId, (Guid?)null).SetProperty(x => x.ByName, IForgetPerson.Gone), stop);
}
