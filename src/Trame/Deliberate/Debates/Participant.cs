using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.People;

namespace Trame.Deliberate.Debates;

/// <summary>
/// Who takes part, for Trame: a word that the browser keeps, or the code of a card. It says that two voices are not one, and nothing else: no name, no account, no address;
/// what is stored is its fingerprint in that debate, so that two debates cannot be put side by side.
/// </summary>
public sealed class Participant(TrameDb db, IHttpContextAccessor accessor)
{
    private const string Cookie = "trame_place";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(120);

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("A participant is someone in front of a page.");

    public static string KeyOf(Guid debateId, string word) => Tokens.Hash($"{debateId:N}:{word.Trim().ToUpperInvariant()}");

    /// <summary>The fingerprint of whoever is in front of this page, if they already have a place.</summary>
    public string? Known(Guid debateId) => Context.Request.Cookies[CookieOf(debateId)] is { Length: > 0 and < 100 } word ? KeyOf(debateId, word) : null;

    /// <summary>The same, giving a place to whoever has none; a debate with cards gives none by itself.</summary>
    public async Task<Outcome<string>> Enter(Debate debate, string card, CancellationToken stop)
    {
        if (card.Trim().Length > 0)
        {
            var key = KeyOf(debate.Id, card);
            if (!await db.Set<DebateCard>().AnyAsync(c => c.DebateId == debate.Id && c.CodeHash == key, stop)) return new Refusal("debates.card.unknown", "Card");
            Keep(debate.Id, card.Trim());
            return key;
        }

        if (Known(debate.Id) is { } known && (debate.Identity == DebateIdentity.None || await db.Set<DebateCard>().AnyAsync(c => c.DebateId == debate.Id && c.CodeHash == known, stop))) return known;
        if (debate.Identity != DebateIdentity.None) return new Refusal("debates.card.needed", "Card");
        var word = Tokens.New();
        Keep(debate.Id, word);
        return KeyOf(debate.Id, word);
    }

    private void Keep(Guid debateId, string word) => Context.Response.Cookies.Append(CookieOf(debateId), word, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Context.Request.IsHttps, MaxAge = Kept, IsEssential = true, Path = Context.Request.PathBase.HasValue ? Context.Request.PathBase.Value : "/",
    });

    private static string CookieOf(Guid debateId) => $"{Cookie}_{debateId.ToString("N")[20..]}";
}
