using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Act.CitizenDays;

/// <summary>A citizen day is announced: a name, a date, a territory.</summary>
public sealed class OpenDay(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Day">As a date field sends it.</param>
    /// <param name="Territory">Name or address of a commune, or of what holds it.</param>
    public sealed record Request(string Name, string Day, string Territory);

    public async Task<Outcome<CitizenDay>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.MaySomewhere(actor, CitizenDayActs.Keep)) return Refusal.NotAllowed;
        var asked = Slug.From(request.Territory);
        if (await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Slug == asked, stop) is not { } territory) return new Refusal("days.territory.missing", "Territory");
        if (!rights.May(actor, CitizenDayActs.Keep, territory.Id)) return Refusal.NotAllowed;
        if (LocalDatePattern.Iso.Parse(request.Day) is not { Success: true, Value: var day }) return new Refusal("days.day.wrong", "Day");
        if (day < SpaceCalendar.Of(space.Settings).Today(db.Now)) return new Refusal("days.day.past", "Day");
        var slug = await FreeSlug.For(db.Set<CitizenDay>().Select(d => d.Slug), LocalDatePattern.Iso.Format(day), stop);
        var opened = CitizenDay.Of(request.Name, slug, territory.Id, day);
        if (!opened.Accepted) return opened;
        db.Add(opened.Value);
        db.Add(CitizenDayFacts.Of(CitizenDayFacts.Opened, opened.Value, actor.Channel, db.Now));
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? opened.Value : saved;
    }
}
