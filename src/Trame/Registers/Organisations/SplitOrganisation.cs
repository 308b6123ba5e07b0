using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Undoes a merge: the record that had disappeared is back with what it carried, and the one that had stayed says again what it said.</summary>
public sealed class SplitOrganisation(TrameDb db, Rights rights, IEnumerable<IFollowOrganisation> followers)
{
    public sealed record Request(Guid DuplicateId);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Merge)) return Refusal.NotAllowed;
        if (await db.FindAsync<Organisation>([request.DuplicateId], stop) is not { } duplicate) return Refusal.Gone;
        if (duplicate.MergedIntoId is not { } keptId || await db.FindAsync<Organisation>([keptId], stop) is not { } kept) return new Refusal("organisations.split.not-merged");

        // The merge is one revision of each record, saved together under one reason.
        var history = await db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == duplicate.Id).OrderByDescending(r => r.Version).ToListAsync(stop);
        var merge = history.First(r => r.After.GetValueOrDefault(nameof(Organisation.MergedIntoId)) is not null);
        var there = await db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == keptId && r.At == merge.At).ToListAsync(stop);
        var outcome = duplicate.Split(wasOpen: merge.After.ContainsKey(nameof(Organisation.ClosedAt)));
        if (!outcome.Accepted) return outcome;
        if (there.Find(r => r.Reason == merge.Reason) is { } change) kept.TakeBack(change);
        foreach (var room in followers) await room.Split(duplicate.Id, keptId, merge.At, stop);
        db.Add(OrganisationFacts.Of(OrganisationFacts.Split, kept, duplicate, actor.Channel, db.Now));
        db.Author = actor.As(Texts.Get("organisations.split.reason", duplicate.Name, kept.Name));
        return await db.Save(stop);
    }
}
