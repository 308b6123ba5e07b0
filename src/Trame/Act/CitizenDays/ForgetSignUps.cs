using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.CitizenDays;

/// <summary>Who came, and how to reach them, is forgotten some time after the day; how many came, and where, stays.</summary>
internal sealed class ForgetSignUps : IPurge
{
    public RetentionRule Rule => Retention.SignUp;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var over = before.InUtc().Date;
        var old = await db.Set<SignUp>().Where(s => db.Set<CitizenDay>().Any(d => d.Id == s.DayId && d.Day < over)).ToListAsync(stop);
        var named = old.Where(s => s.Reach.Length > 0 || s.Quarter.Length > 0 || s.People.Any(p => p.Name.Length > 0)).ToList();
        if (dryRun) return named.Count;
        foreach (var signUp in named) signUp.Forget();
        (await db.Save(stop)).ThrowIfRefused();
        return named.Count;
    }
}
