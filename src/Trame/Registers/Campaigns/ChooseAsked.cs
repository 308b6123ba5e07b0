using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.People;

namespace Trame.Registers.Campaigns;

/// <summary>Whom a campaign would ask, of what: records of one contact together, longest unconfirmed first. Whoever was asked lately, or asked to be left in peace, is left out and counted.</summary>
public sealed class ChooseAsked(TrameDb db)
{
    /// <summary>More would be a mailing, not a question.</summary>
    public const int MostRecords = 1_000;

    /// <param name="Asks">Each: the mark of a contact, and its records.</param>
    /// <param name="Rested">Records whose contact was asked within the time of rest.</param>
    /// <param name="Stopped">Records whose contact does not want to be asked.</param>
    /// <param name="Later">Records left for another campaign: a sheet is short.</param>
    public sealed record Chosen(IReadOnlyList<(string Mark, IReadOnlyList<Guid> Records)> Asks, int Rested, int Stopped, int Later)
    {
        public int Records => Asks.Sum(a => a.Records.Count);
    }

    public async Task<Chosen> Handle(CampaignFilter filter, CancellationToken stop)
    {
        var found = await Records(filter).OrderBy(o => o.SeenAt).ThenBy(o => o.Id).Take(MostRecords + 1)
            .Select(o => new { o.Id, o.Email, o.Phone, Body = db.Set<Organisation>().Where(g => g.Id == o.OrganisationId).Select(g => new { g.Id, g.Email, g.Phone }).FirstOrDefault() }).ToListAsync(stop);
        var since = Months(db.Now, filter.RestMonths);
        var asked = await db.Set<CampaignAsk>().Where(a => a.CreatedAt > since).Select(a => a.Mark).ToHashSetAsync(stop);
        var records = await db.Set<CampaignQuestion>().Where(q => q.AskedAt > since).Select(q => q.OccasionId).ToHashSetAsync(stop);
        var stopped = await db.Set<CampaignStop>().Select(s => s.Mark).ToHashSetAsync(stop);
        var marked = found.Take(MostRecords).Select(o => (o.Id, Mark: MarkOf(o.Id, First(o.Email, o.Body?.Email), First(o.Phone, o.Body?.Phone), o.Body?.Id))).ToList();
        var silent = marked.Count(m => stopped.Contains(m.Mark));
        var rested = marked.Count(m => !stopped.Contains(m.Mark) && (asked.Contains(m.Mark) || records.Contains(m.Id)));
        var groups = marked.Where(m => !stopped.Contains(m.Mark) && !asked.Contains(m.Mark) && !records.Contains(m.Id)).GroupBy(m => m.Mark).ToList();
        return new Chosen([.. groups.Select(g => (g.Key, (IReadOnlyList<Guid>)[.. g.Take(CampaignAsk.MostRecords).Select(m => m.Id)]))], rested, silent,
            groups.Sum(g => Math.Max(0, g.Count() - CampaignAsk.MostRecords)) + Math.Max(0, found.Count - MostRecords));
    }

    /// <summary>The contact a record is known by: its mail, else its telephone, else who carries it, else itself.</summary>
    internal static string MarkOf(Guid record, string email, string phone, Guid? organisation)
    {
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        return Tokens.Hash(email.Length > 0 ? $"mail {email.Trim().ToLowerInvariant()}" : digits.Length >= 9 ? $"phone {digits[^9..]}" : organisation is { } body ? $"body {body:N}" : $"record {record:N}");
    }

    internal static string First(string? mine, string? theirs) => mine is { Length: > 0 } ? mine : theirs ?? "";

    internal static Instant Months(Instant now, int months) => now.InUtc().LocalDateTime.PlusMonths(-months).InUtc().ToInstant();

    private IQueryable<Occasion> Records(CampaignFilter filter)
    {
        // What happens once and is over cannot be true any more: nobody is asked about it.
        var records = db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && (o.Kind != OccasionKind.Moment || o.NextAt != null));
        if (filter.StaleMonths > 0) records = records.Where(Occasion.ToConfirm(Months(db.Now, filter.StaleMonths)));
        if (filter.Kind is { } kind) records = records.Where(o => o.Kind == kind);
        if (filter.TerritoryId is { } territory) records = records.Where(o => o.TerritoryId == territory);
        return records;
    }
}
