using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Two sources disagree on a field: someone chooses which one is shown. The other keeps its word.</summary>
public sealed class ChooseSource(TrameDb db, Rights rights)
{
    public sealed record Request(Guid Id, int Version, string Field, string Source, string Value);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.Id], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.ChooseSource, occasion)) return Refusal.NotAllowed;
        if (OccasionField.Find(request.Field) is not { } field) return new Refusal("occasions.field.no-such", request.Field, request.Field);
        var outcome = occasion.Prefer(field, request.Source, request.Value, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Expect(occasion, request.Version);
        db.Author = actor.As(request.Source);
        return await db.Save(stop);
    }
}
