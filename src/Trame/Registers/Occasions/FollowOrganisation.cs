using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;

namespace Trame.Registers.Occasions;

/// <summary>What an organisation carries, and what sources say it carries, follows it into the record it becomes, and comes back.</summary>
internal sealed class FollowOrganisation(TrameDb db) : IFollowOrganisation
{
    public async Task Merged(Guid duplicate, Guid kept, CancellationToken stop)
    {
        foreach (var occasion in await Naming(duplicate, stop)) occasion.Follow(duplicate, kept, _ => true, db.Now);
    }

    public async Task Split(Guid duplicate, Guid kept, Instant mergedAt, CancellationToken stop)
    {
        var naming = (await Naming(kept, stop)).ToDictionary(o => o.Id);
        var ids = naming.Keys.ToList();
        foreach (var move in await db.Set<Revision>().AsNoTracking().Where(r => ids.Contains(r.SubjectId) && r.At == mergedAt).ToListAsync(stop))
        {
            var speakers = Speakers(move, naming[move.SubjectId], duplicate);
            if (speakers.Count > 0) naming[move.SubjectId].Follow(kept, duplicate, speakers.Contains, db.Now);
        }
    }

    // Who named the duplicate before the merge.
    private static HashSet<string> Speakers(Revision move, Occasion occasion, Guid duplicate)
    {
        var organisation = OccasionField.Named("organisation");
        var speakers = RevisionFields.Words(move.Before).Where(w => w.Field == organisation.Key && w.Value == $"{duplicate}").Select(w => w.Source).ToHashSet();
        if (move.Before.GetValueOrDefault(nameof(Occasion.OrganisationId)) == $"{duplicate}") speakers.Add(RevisionFields.SourceBefore(move, organisation, occasion));
        return speakers;
    }

    // Sources are one JSON text, written the same in both databases.
    private Task<List<Occasion>> Naming(Guid organisation, CancellationToken stop) =>
        db.Set<Occasion>().FromSqlRaw("SELECT * FROM occasion WHERE organisation_id = {0} OR sources LIKE {1}", db.Stored(organisation), $"%{organisation}%").ToListAsync(stop);
}
