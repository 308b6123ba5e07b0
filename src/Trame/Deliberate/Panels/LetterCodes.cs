using System.Security.Cryptography;
using System.Text;
using Trame.Foundation.Privacy;
using Trame.Registers.People;

namespace Trame.Deliberate.Panels;

/// <summary>The code of a letter: made again from the machine's key when a letter is printed again, so that the database holds its fingerprint only.</summary>
public sealed class LetterCodes(TombstoneKey key)
{
    private const string Readable = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public string Of(Guid personId) => string.Join('-', SHA256.HashData(Encoding.UTF8.GetBytes($"letter {key.Mark(personId)}")).Take(12).Select(b => Readable[b % Readable.Length]).Chunk(4).Select(c => new string(c)));

    public static string Hash(string code) => Tokens.Hash($"letter {string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant()}");
}
