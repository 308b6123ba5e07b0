using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary>A coordinator or an operator opens a space for an intercommunality, and gets the link by which its first coordinator comes in, once.</summary>
public sealed class OpenSpace(CreateSpace create, SpaceDatabases databases, Rights rights)
{
    private static readonly Duration LinkLasts = Duration.FromDays(7);

    public sealed record Opened(Space Space, string Token);

    public async Task<Outcome<Opened>> Handle(string siren, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SpaceActs.Open)) return Refusal.NotAllowed;
        var made = await create.Handle(new(TerritoryChoice.Intercommunality(siren)), stop);
        if (!made.Accepted) return made.Plain;
        await using var db = databases.Open(made.Value);
        var token = Tokens.New();
        // The name of who opened it belongs to the space they come from: the new one only knows that it was opened from another.
        db.Add(new Invitation(Tokens.Hash(token), Role.Coordinator, null, Actor.Machine.Name, db.Now, db.Now + LinkLasts));
        var saved = await db.Save(stop);
        return saved.Accepted ? new Opened(made.Value, token) : saved;
    }
}
