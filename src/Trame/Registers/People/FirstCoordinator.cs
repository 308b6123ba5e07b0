using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>
/// A space without anyone to coordinate it prints a link on the standard output: whoever holds the machine becomes its coordinator, once. Until
/// somebody can come in, each start prints a new link and closes the former.
/// </summary>
public sealed class FirstCoordinator(IServiceProvider services, PrintedAddress address) : IPrepare
{
    private static readonly Duration Lasts = Duration.FromHours(24);

    public int Order => 1000; // after whatever creates the first space

    public async Task Run(IReadOnlyList<Space> spaces, CancellationToken stop)
    {
        foreach (var space in spaces)
        {
            await using var scope = services.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
            if (await scope.ServiceProvider.GetRequiredService<RoleRules>().SomeoneCanCoordinate(stop)) continue;
            await CloseFormer(scope.ServiceProvider.GetRequiredService<TrameDb>(), stop);
            Print(space, await Token(scope.ServiceProvider, Role.Coordinator, stop), Role.Coordinator);
        }
    }

    /// <summary>The verb <c>trame invite</c>: a new link at any time, for whoever holds the machine.</summary>
    public async Task<int> Handle(IServiceProvider scope, Role role, CancellationToken stop)
    {
        Print(scope.GetRequiredService<CurrentSpace>().Space, await Token(scope, role, stop), role);
        return 0;
    }

    private static async Task<string> Token(IServiceProvider scope, Role role, CancellationToken stop)
    {
        var made = await scope.GetRequiredService<Invite>().Handle(new(role, null, Lasts), Actor.Machine, stop);
        return made.Accepted ? made.Value : throw new InvalidOperationException($"The machine may give every role, and was refused: {made.Refusals[0].TextKey}");
    }

    private static Task<int> CloseFormer(TrameDb db, CancellationToken stop) =>
        db.Set<Invitation>().Where(i => i.UsedAt == null && i.Role == Role.Coordinator && i.InvitedBy == Actor.Machine.Name).ExecuteDeleteAsync(stop);

    private void Print(Space space, string token, Role role)
    {
        Console.WriteLine(Texts.Get("people.first.link", space.Name, Texts.Get($"roles.{EnumWords.Write(role)}")));
        Console.WriteLine($"  {address.Of(space, $"/entree/{token}")}");
    }
}
