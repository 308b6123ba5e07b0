using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The proposals, those that wait first; a host sees those about their own places.</summary>
public sealed class ProposalsPage(TrameDb db) : TramePage
{
    private const int PerPage = 20;

    public sealed record Line(string Code, string Name, OccasionKind Kind, bool IsNew, Instant CreatedAt, string Source, ProposalStatus Status);

    public ProposalStatus Status { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? NextHref { get; private set; }

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string? etat, string? apres, CancellationToken stop)
    {
        if (!Actor.Roles.Any(r => OccasionActs.Review.Roles.Contains(r.Role))) return Forbidden();
        Status = EnumWords.TryRead<ProposalStatus>(etat, out var asked) ? asked : ProposalStatus.Waiting;
        var query = db.Set<Proposal>().AsNoTracking().Where(p => p.Status == Status);
        if (!May(OccasionActs.Review))
        {
            var scopes = Actor.Roles.Where(r => r.Scope is not null && OccasionActs.Review.Roles.Contains(r.Role)).Select(r => r.Scope).ToList();
            query = query.Where(p => db.Set<Occasion>().Any(o => o.Id == p.OccasionId && (scopes.Contains(o.Id) || scopes.Contains(o.OrganisationId))));
        }

        if (apres?.Split('_') is [var at, var code] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms))
        {
            var after = Instant.FromUnixTimeMilliseconds(Math.Min(ms, 253_402_300_799_000)); // the year 9999: the last that both databases hold
            query = query.Where(p => p.CreatedAt > after || (p.CreatedAt == after && string.Compare(p.Code, code) > 0));
        }

        var rows = await query.OrderBy(p => p.CreatedAt).ThenBy(p => p.Code).Take(PerPage + 1)
            .Select(p => new { Proposal = p, Name = db.Set<Occasion>().Where(o => o.Id == p.OccasionId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(stop);
        Lines = [.. rows.Take(PerPage).Select(r => new Line(r.Proposal.Code, r.Name ?? r.Proposal.Values.GetValueOrDefault("name", r.Proposal.Code), r.Proposal.Kind, r.Name is null, r.Proposal.CreatedAt, r.Proposal.Source, r.Proposal.Status))];
        if (rows.Count > PerPage) NextHref = $"?etat={EnumWords.Write(Status)}&apres={Lines[^1].CreatedAt.ToUnixTimeMilliseconds()}_{Lines[^1].Code}";
        return Page();
    }
}
