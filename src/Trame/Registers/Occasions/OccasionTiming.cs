using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>Keeps what is derived from an occasion's words and hours: the name it is sorted by, its typical week, when it happens next, when it was last seen.</summary>
public sealed class OccasionTiming : IOnSave
{
    public void Before(TrameDb db)
    {
        var touched = db.ChangeTracker.Entries<Occasion>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        if (touched.Count == 0) return;
        var calendar = SpaceCalendar.Of(db);
        foreach (var occasion in touched) Settle(occasion, calendar, db.Now);
    }

    /// <summary>Computes the derived columns; also for those who write rows in bulk, past the hooks.</summary>
    public static void Settle(Occasion occasion, SpaceCalendar calendar, Instant now)
    {
        occasion.SortName = SortNameOf(occasion.Name);
        occasion.SeenAt = occasion.VerifiedAt ?? occasion.SourceAt;
        occasion.WeekMask = occasion.Kind == OccasionKind.Moment ? "" : OpenWeek.Of(occasion, calendar, now).Mask; // a moment has times, not hours
        occasion.NextAt = NextAt(occasion, calendar, now);
        occasion.Status = StatusOf(occasion, calendar);
    }

    /// <summary>A moment whose dates are all behind leaves the lists by itself, and is there again when it is given a new one.</summary>
    public static OccasionStatus StatusOf(Occasion occasion, SpaceCalendar calendar) =>
        occasion is not { Kind: OccasionKind.Moment, MergedIntoId: null, Status: OccasionStatus.Open or OccasionStatus.Over } ? occasion.Status
        : occasion.NextAt is null && OccasionTimes.RuleOf(occasion, calendar) is not null ? OccasionStatus.Over : OccasionStatus.Open;

    /// <summary>When it begins next; a project that runs already, when it ends.</summary>
    public static Instant? NextAt(Occasion occasion, SpaceCalendar calendar, Instant now)
    {
        if (OccasionTimes.Next(occasion, calendar, now) is not { } next) return null;
        return occasion.Kind == OccasionKind.Project && next.StartsAt <= now ? calendar.StartOf(next.End.Date.PlusDays(-1)) : next.StartsAt;
    }

    public static string SortNameOf(string name) => string.Join(' ', FrenchTokens.Tokens(name));
}
