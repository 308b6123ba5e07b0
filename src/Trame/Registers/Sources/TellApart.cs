using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

/// <summary>« Ce sont deux lieux »: somebody looked, and the pair is remembered as two. They can still be merged by hand.</summary>
public sealed class TellApart(TrameDb db, Rights rights)
{
    public sealed record Request(Guid One, Guid Other);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Merge)) return Refusal.NotAllowed;
        if (request.One == request.Other || await db.Set<Place>().CountAsync(p => p.Id == request.One || p.Id == request.Other, stop) != 2) return Refusal.Gone;
        var apart = new ApartPlaces(request.One, request.Other, db.Now);
        if (await db.Set<ApartPlaces>().AnyAsync(a => a.FirstId == apart.FirstId && a.SecondId == apart.SecondId, stop)) return Outcome.Done;
        db.Add(apart);
        return await db.Save(stop);
    }
}
