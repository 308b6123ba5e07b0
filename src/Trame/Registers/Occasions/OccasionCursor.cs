using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>
/// The row after (or before) which a page begins: the values it is sorted by, then its id. Opaque in links. Pages stay in step when rows come and go,
/// which page numbers do not.
/// </summary>
internal sealed record OccasionCursor(OccasionSort Sort, bool Back, IReadOnlyList<string?> Keys, Guid Id)
{
    private const int Longest = 1_000;

    /// <summary>Among those whose name begins with the words asked, <see cref="OccasionOrder.Band"/>.</summary>
    public bool IsAtBest => Sort == OccasionSort.Relevance && Keys[0] == "0";

    public string Write() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new[] { $"{(int)Sort}", Back ? "<" : ">", $"{Id:N}" }.Concat(Keys)))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Null when it is not one of ours, or belongs to another order.</summary>
    public static OccasionCursor? Read(string? text, OccasionSort order)
    {
        if (text is null || text.Length > Longest) return null;
        Span<byte> bytes = stackalloc byte[Longest];
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        if (!Convert.TryFromBase64String(padded, bytes, out var length)) return null;
        string?[]? parts;
        try
        {
            parts = JsonSerializer.Deserialize<string?[]>(bytes[..length]);
        }
        catch (JsonException)
        {
            return null; // someone's invention, not a page of ours
        }

        if (parts is not [var sort, ("<" or ">") and var way, { } id, ..] || sort != $"{(int)order}" || !Guid.TryParseExact(id, "N", out var guid)) return null;
        return parts.Length - 3 == PartsOf(order) && parts[3..].All(k => k is null || (k.Length <= Occasion.NameLength * 3 && !k.Contains('\0') && IsWhole(k))) ? new OccasionCursor(order, way == "<", parts[3..], guid) : null;
    }

    public static string Key(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static double? Number(string? key) => double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static Instant? At(string? key) => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms) && Math.Abs(ms) < 100_000_000_000_000 ? Instant.FromUnixTimeMilliseconds(ms) : null;

    private static int PartsOf(OccasionSort order) => order is OccasionSort.Relevance or OccasionSort.Next ? 2 : 1;

    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
