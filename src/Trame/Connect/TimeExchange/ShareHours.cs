using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>Several receive together, from one or several: a workshop, a move. The hours given are shared between those who received them, typed at the office from a sheet that all have signed.</summary>
public sealed class ShareHours(TrameDb db, Rights rights, FindAccounts accounts, HelpKinds kinds, Ledger ledger)
{
    public const int Most = 40;

    /// <param name="Givers">Numbers or names, one a line or between commas.</param>
    /// <param name="Receivers">The same.</param>
    /// <param name="Time">What each giver gave, as typed.</param>
    public sealed record Request(Guid Key, Guid BankId, string Givers, string Receivers, string Time, string Service, string Day, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, TimeExchangeActs.HoldOffice)) return Refusal.NotAllowed;
        if (await db.Set<TimeBank>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.BankId, stop) is not { } bank) return Refusal.Gone;
        var refusals = new List<Refusal>();
        if (Hours.Read(request.Time) is not { } minutes) (minutes, refusals) = (0, [new("time.hours.wrong", "Time")]);
        var day = Ledger.Day(request.Day);
        if (day is null) refusals.Add(new("occasions.field.date", "Day", request.Day));
        if (await kinds.Find(request.Service, stop) is not { IsRetired: false }) refusals.Add(new("needs.kind.missing", "Service"));
        var givers = await People(bank, request.Givers, "Givers", refusals, stop);
        var receivers = await People(bank, request.Receivers, "Receivers", refusals, stop);
        if (givers.Intersect(receivers).Any()) refusals.Add(new("time.to.oneself", "Receivers"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        return await ledger.Write(new(request.Key, bank, TransferKind.Group, request.Service, day!.Value, request.Channel, [.. Shares(givers, receivers, minutes)]), actor, stop); // refused just above
    }

    /// <summary>Who gives what to whom, to the minute: each giver receives exactly what they gave, and no receiver pays a minute more than another, but for the rest.</summary>
    public static IEnumerable<Ledger.Line> Shares(IReadOnlyList<Guid> givers, IReadOnlyList<Guid> receivers, long minutes)
    {
        var total = minutes * givers.Count;
        var owed = new Queue<(Guid Id, long Minutes)>(receivers.Select((id, i) => (id, (total / receivers.Count) + (i < total % receivers.Count ? 1 : 0))).Where(o => o.Item2 > 0));
        foreach (var giver in givers)
        {
            for (var left = minutes; left > 0;)
            {
                var (receiver, owes) = owed.Dequeue();
                var part = Math.Min(left, owes);
                yield return new(receiver, giver, part);
                left -= part;
                if (owes > part) owed = new([(receiver, owes - part), .. owed]);
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> People(TimeBank bank, string typed, string field, List<Refusal> refusals, CancellationToken stop)
    {
        var names = typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0 or > Most) refusals.Add(new("time.group.how-many", field, $"{Most}"));
        var found = new List<Guid>();
        foreach (var name in names.Take(Most))
        {
            var member = await accounts.Named(bank.Id, name, field, stop);
            if (member.Accepted) found.Add(member.Value.Id);
            else refusals.AddRange(member.Refusals);
        }

        return [.. found.Distinct()];
    }
}
