using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>Every night, in every space, opportunities are looked for again; a space that has never looked does so at the next hour.</summary>
internal sealed class LookEveryNight(SpaceDirectory spaces, SpaceDatabases databases, LookForOpportunities look, Readiness readiness, TimeProvider clock, ILogger<LookEveryNight> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromHours(1))
{
    private const int From = 2;
    private const int To = 6;
    private static readonly Duration SinceLast = Duration.FromHours(12);

    protected override async Task Work(TrameDb db, CancellationToken stop)
    {
        var hour = SpaceCalendar.Of(db).Local(db.Now).Hour;
        if (await LastLook.Of(db, stop) is { } last && (hour is < From or >= To || db.Now - last.At < SinceLast)) return;
        await look.Handle(db, Actor.Machine, stop); // refused when somebody took an idea up meanwhile: tomorrow
    }
}
