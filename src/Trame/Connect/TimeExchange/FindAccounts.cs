using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>Banks and accounts as people name them: by an address, a code, a member's number or name.</summary>
public sealed class FindAccounts(TrameDb db)
{
    public Task<TimeBank?> Bank(string slug, CancellationToken stop) => db.Set<TimeBank>().AsNoTracking().FirstOrDefaultAsync(b => b.Slug == slug, stop);

    public Task<TimeBank> BankOf(TimeAccount account, CancellationToken stop) => db.Set<TimeBank>().AsNoTracking().FirstAsync(b => b.Id == account.BankId, stop);

    /// <summary>The accounts a code opens: one for each bank its holder belongs to.</summary>
    public async Task<IReadOnlyList<TimeAccount>> Held(string code, CancellationToken stop)
    {
        var kept = code.Trim().ToUpperInvariant();
        return kept.Length == 0 ? [] : await db.Set<TimeAccount>().AsNoTracking().Where(a => a.Code == kept && a.State != AccountState.Closed).OrderBy(a => a.OpenedAt).ToListAsync(stop);
    }

    public Task<TimeAccount> Shared(Guid bankId, AccountKind kind, CancellationToken stop) => db.Set<TimeAccount>().AsNoTracking().FirstAsync(a => a.BankId == bankId && a.Kind == kind, stop);

    /// <summary>A member by their number, or by their name when one alone bears it.</summary>
    public async Task<Outcome<TimeAccount>> Named(Guid bankId, string typed, string field, CancellationToken stop)
    {
        var name = typed.Trim();
        if (name.Length == 0) return new Refusal("time.to.missing", field);
        var members = db.Set<TimeAccount>().AsNoTracking().Where(a => a.BankId == bankId && a.Kind == AccountKind.Member && a.State != AccountState.Closed);
        if (int.TryParse(name.TrimStart('n', '°', ' ', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await members.FirstOrDefaultAsync(a => a.Number == number, stop) is { } found ? found : new Refusal("time.to.unknown", field, name);
        var lower = name.ToLowerInvariant();
        var named = (await members.Where(a => a.Name != "").ToListAsync(stop)).Where(a => a.Name.ToLowerInvariant() == lower).ToList();
        return named.Count switch { 1 => named[0], 0 => new Refusal("time.to.unknown", field, name), _ => new Refusal("time.to.several", field, name) };
    }

    public async Task<int> NextNumber(Guid bankId, CancellationToken stop) => (await db.Set<TimeAccount>().Where(a => a.BankId == bankId).MaxAsync(a => (int?)a.Number, stop) ?? 0) + 1;
}
