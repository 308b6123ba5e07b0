using System.Security.Cryptography;
using System.Text;

namespace Trame.Registers.Exports;

/// <summary>An identifier for a part of a record, the same at each export (UUID version 8, RFC 9562, from SHA-256).</summary>
internal static class StableId
{
    public static Guid Of(Guid record, string part)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{record:N}/{part}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
