using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Registers.Campaigns;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>The day before, by the way that each one asked for: what can leave by itself leaves once; the others are on the team's list, to call or to visit.</summary>
public sealed class RemindHands(IEnumerable<IMessageGate> gates)
{
    private static readonly Duration Before = Duration.FromHours(36);

    public async Task Handle(TrameDb db, CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(await SpaceSettings.Read(db, stop));
        foreach (var gate in gates.Where(g => g.IsSet))
            foreach (var (hand, shift, occasion) in await Due(db, calendar, gate.Way == MessageWay.Mail ? HandWay.Mail : HandWay.Sms, stop))
            {
                var trouble = await gate.Send(hand.Reach, Texts.In("fr", "shifts.mail.subject", occasion.Name), Words(hand, shift, occasion), stop);
                if (trouble is null) hand.Remind(db.Now);
                (await db.Save(stop)).ThrowIfRefused(); // one by one: what left is known to have left, whatever breaks next
            }
    }

    /// <summary>Who is to be told, and was not: of shifts that begin before long, or that will not be.</summary>
    public static async Task<IReadOnlyList<(ShiftHand Hand, Shift Shift, Occasion Occasion)>> Due(TrameDb db, SpaceCalendar calendar, HandWay way, CancellationToken stop)
    {
        var (now, last) = (calendar.Local(db.Now), calendar.Local(db.Now + Before));
        var (from, to) = (now.Date, last.Date);
        var found = await (from hand in db.Set<ShiftHand>()
                           join shift in db.Set<Shift>() on hand.ShiftId equals shift.Id
                           join occasion in db.Set<Occasion>() on shift.OccasionId equals occasion.Id
                           where hand.Way == way && hand.LeftAt == null && !hand.Waits && hand.RemindedAt == null && shift.Day >= @from && shift.Day <= to
                           orderby shift.Day, shift.StartsAt, hand.SignedAt
                           select new { hand, shift, occasion }).ToListAsync(stop);
        return [.. found.Where(f => f.shift.Start > now && f.shift.Start <= last).Select(f => (f.hand, f.shift, f.occasion))];
    }

    /// <summary>What is said to them, by mail as by telephone.</summary>
    public static string Words(ShiftHand hand, Shift shift, Occasion occasion)
    {
        var french = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
        var when = $"{shift.Day.PlainWeekday(french)}, {shift.StartsAt.PlainTime(french)}";
        return shift.Cancelled.Length > 0 ? Texts.In("fr", "shifts.mail.cancelled", hand.Name, shift.Name, occasion.Name, when, shift.Cancelled) : Texts.In("fr", "shifts.mail.text", hand.Name, shift.Name, occasion.Name, when, occasion.Address, hand.Code);
    }
}
