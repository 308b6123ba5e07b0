using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Benchmarks;

/// <summary>A coordinator who verifies one occasion after the other: each save forgets what the space remembered.</summary>
internal sealed class Writer : IAsyncDisposable
{
    private readonly House _house;
    private readonly AsyncServiceScope _scope;
    private readonly Person _person;

    private Writer(House house, AsyncServiceScope scope, Person person, string cookie) => (_house, _scope, _person, Cookie) = (house, scope, person, cookie);

    public string Cookie { get; }

    public static async Task<Writer> SignIn(House house)
    {
        var scope = house.Services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, house.Space, Foundation.Web.Actor.Machine, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<TrameDb>();
        var person = new Person("Camille", "fr", db.Now);
        db.Add(person);
        db.Add(new RoleGrant(person.Id, Role.Coordinator, null, "banc d’essai", db.Now));
        var signedIn = scope.ServiceProvider.GetRequiredService<SignedIn>();
        var token = signedIn.Start(person);
        await db.Save(CancellationToken.None);
        return new Writer(house, scope, person, $"{signedIn.CookieName}={token}");
    }

    /// <returns>How many times it saved.</returns>
    public async Task<int> SaveUntil(TimeSpan pace, CancellationToken enough)
    {
        var databases = _house.Services.GetRequiredService<SpaceDatabases>();
        var saves = 0;
        for (var last = Guid.Empty; !enough.IsCancellationRequested; saves++)
        {
            await using var db = databases.Open(_house.Space);
            var after = last;
            var occasion = await db.Set<Occasion>().Where(o => o.Id > after && o.Status == OccasionStatus.Open).OrderBy(o => o.Id).FirstAsync(CancellationToken.None);
            occasion.Verify("banc d’essai", db.Now);
            db.Add(new Fact(new FactKind("occasion.verified"), occasion.TerritoryId, Channel.Phone, db.Now) { SubjectType = "occasion", SubjectId = occasion.Id });
            db.Author = new Author(_person.Id, _person.DisplayName, "");
            if (!(await db.Save(CancellationToken.None)).Accepted) throw new InvalidOperationException("A verification was refused.");
            last = occasion.Id;
            await Task.Delay(pace, CancellationToken.None);
        }

        return saves;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
