using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>Lends our people and ways in to the framework's passkey handler. It only reads: what the handler found is written by <see cref="Passkeys"/>, with its line in the journal.</summary>
public sealed class PasskeyStore(TrameDb db) : IUserPasskeyStore<Person>
{
    private static readonly NotSupportedException NotHere = new("People are changed by the acts of Registers/People, not through the framework's store.");

    /// <summary>What is kept of a passkey: its public key and counter. The attestation, which can tell the model of a device, is not.</summary>
    private sealed record Kept(byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, DateTimeOffset CreatedAt);

    public static string Identifier(byte[] credentialId) => Convert.ToBase64String(credentialId);

    public static string Write(UserPasskeyInfo key) =>
        JsonSerializer.Serialize(new Kept(key.PublicKey, key.SignCount, key.Transports, key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.CreatedAt));

    private static UserPasskeyInfo Read(SignIn way)
    {
        var kept = JsonSerializer.Deserialize<Kept>(way.Secret)!;
        return new UserPasskeyInfo(Convert.FromBase64String(way.Identifier), kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp, [], []);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken stop) =>
        [.. (await Mine(user.Id).ToListAsync(stop)).Select(Read)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken stop)
    {
        var identifier = Identifier(credentialId);
        return await Mine(user.Id).FirstOrDefaultAsync(w => w.Identifier == identifier, stop) is { } way ? Read(way) : null;
    }

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop)
    {
        var identifier = Identifier(credentialId);
        return await (from w in db.Set<SignIn>()
                      join p in db.Set<Person>() on w.PersonId equals p.Id
                      where w.Kind == SignInKind.Passkey && w.Identifier == identifier && w.RevokedAt == null && p.ErasedAt == null
                      select p).FirstOrDefaultAsync(stop);
    }

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken stop) =>
        Guid.TryParse(userId, out var id) ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id && p.ErasedAt == null, stop) : null;

    public Task<string> GetUserIdAsync(Person user, CancellationToken stop) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken stop) => Task.FromResult<string?>(user.DisplayName);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken stop) => Task.FromResult<string?>(user.DisplayName);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken stop) => Task.FromResult<Person?>(null); // names are not identifiers here

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken stop) => throw NotHere;

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken stop) => throw NotHere;

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken stop) => throw NotHere;

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken stop) => throw NotHere;

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken stop) => throw NotHere;

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken stop) => throw NotHere;

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken stop) => throw NotHere;

    public void Dispose() { } // the database belongs to the scope

    private IQueryable<SignIn> Mine(Guid personId) => db.Set<SignIn>().AsNoTracking().Where(w => w.PersonId == personId && w.Kind == SignInKind.Passkey && w.RevokedAt == null);
}
