using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Trame.Registers.People;

/// <summary>Keeps passwords and card codes as slow hashes, and takes as long to refuse a login that does not exist as one that does.</summary>
public sealed class Secrets
{
    // OWASP's floor for PBKDF2 with SHA-512 (Password Storage Cheat Sheet, 2023).
    private const int Iterations = 210_000;

    private static readonly Person Nobody = new("", "fr", default);
    private readonly PasswordHasher<Person> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _decoy;

    public Secrets() => _decoy = new Lazy<string>(() => _hasher.HashPassword(Nobody, Tokens.New()));

    public string Hash(string secret) => _hasher.HashPassword(Nobody, secret);

    /// <summary>Whether this is the secret; without a known hash, the same work is done and the answer is no.</summary>
    public bool Verify(string? hash, string secret) =>
        (_hasher.VerifyHashedPassword(Nobody, hash ?? _decoy.Value, secret) != PasswordVerificationResult.Failed) & hash is not null;
}
