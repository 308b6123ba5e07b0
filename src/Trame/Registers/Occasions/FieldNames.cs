using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Says proposals and histories with names where the register keeps identifiers.</summary>
public sealed class FieldNames(TrameDb db)
{
    /// <summary>The names of every commune and organisation that these values speak of.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IEnumerable<(OccasionField Field, string Value)> values, CancellationToken stop)
    {
        var ids = values.Where(v => v.Field.Shape is FieldShape.Territory or FieldShape.Organisation).Select(v => Guid.TryParse(v.Value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        var places = await db.Set<Territory>().AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(stop);
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        return places.Concat(bodies).ToDictionary(n => n.Id, n => n.Name);
    }

    public async Task<IReadOnlyList<ProposedField>> Of(Proposal proposal, Occasion? occasion, CancellationToken stop)
    {
        var fields = OccasionField.For(proposal.Kind).Where(f => proposal.Values.ContainsKey(f.Key)).ToList();
        var names = await Of(fields.SelectMany(f => new[] { (f, proposal.Values[f.Key]), (f, occasion is null ? "" : f.Read(occasion)) }), stop);
        return [.. fields.Select(f => new ProposedField(f, occasion is null ? "" : FieldWords.Say(f, f.Read(occasion), names), FieldWords.Say(f, proposal.Values[f.Key], names)))];
    }
}
