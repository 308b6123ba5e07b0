using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>Opens, recognises and closes the session of a browser. One cookie per space, so that no space knows of another.</summary>
public sealed class SignedIn(TrameDb db, CurrentSpace space, CurrentActor current) : IIdentify
{
    private static readonly Duration Longest = Duration.FromDays(30);

    // The session of this very browser; none on the command line.
    private Guid? _here;

    public string CookieName => $"trame_{space.Space.Slug}";

    /// <summary>Starts a session and returns the token that the browser will carry; nothing is saved yet.</summary>
    public string Start(Person person)
    {
        var token = Tokens.New();
        person.Seen(db.Now);
        db.Add(new Session(person.Id, Tokens.Hash(token), db.Now, db.Now + Longest));
        return token;
    }

    public void Carry(HttpContext context, string token) => context.Response.Cookies.Append(CookieName, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(30),
        Path = "/",
        IsEssential = true,
    });

    public async Task End(HttpContext context, CancellationToken stop)
    {
        if (context.Request.Cookies[CookieName] is { } token && await Find(token, stop) is { } session)
        {
            session.End(db.Now);
            await db.Save(stop);
        }

        context.Response.Cookies.Delete(CookieName);
    }

    /// <summary>A way in changed hands or was lost: whoever came in elsewhere as this person is out. This browser stays in. Saved with the change itself.</summary>
    public async Task EndOthers(Guid personId, Actor actor, CancellationToken stop)
    {
        var (now, here) = (db.Now, _here);
        var others = await db.Set<Session>().Where(s => s.PersonId == personId && s.EndsAt > now && s.Id != here).ToListAsync(stop);
        foreach (var session in others) session.End(now);
        if (others.Count > 0) db.Add(new SecurityEvent(SecurityWord.OtherSessionsEnded, personId, actor.PersonId == personId ? null : actor.PersonId, "", now));
    }

    public async Task Handle(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } token) return;
        var hash = Tokens.Hash(token);
        var now = db.Now;
        var person = await (from s in db.Set<Session>().AsNoTracking()
                            join p in db.Set<Person>().AsNoTracking() on s.PersonId equals p.Id
                            where s.TokenHash == hash && s.EndsAt > now && p.ErasedAt == null
                            select new { p.Id, p.DisplayName, Session = s.Id }).FirstOrDefaultAsync(context.RequestAborted);
        if (person is null) return;
        _here = person.Session;
        var grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.PersonId == person.Id && g.EndedAt == null).ToListAsync(context.RequestAborted);
        var heirs = await RoleScopes.Heirs(db, grants, context.RequestAborted);
        var roles = grants.Select(g => (EnumWords.Write(g.Role), g.ScopeId)).Concat(grants.Where(g => g.ScopeId is not null).SelectMany(g => heirs[g.ScopeId!.Value].Select(heir => (EnumWords.Write(g.Role), (Guid?)heir))))
            .Append(("resident", null)).ToHashSet();
        current.Become(new Actor(person.Id, person.DisplayName, roles, Channel.Online));
        context.Response.OnCompleted(() => context.Response.StatusCode == StatusCodes.Status403Forbidden ? TellRefused(context, person.Id) : Task.CompletedTask);
    }

    // A page that somebody may not open is told in the journal: a mistake once, something to look at when it comes back. The address that was asked, not its answers.
    private async Task TellRefused(HttpContext context, Guid personId)
    {
        var asked = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path.Value ?? "";
        db.ChangeTracker.Clear();
        db.Add(new SecurityEvent(SecurityWord.PageRefused, personId, null, asked.Length > 200 ? asked[..200] : asked, db.Now));
        await db.Save(CancellationToken.None);
    }

    private Task<Session?> Find(string token, CancellationToken stop)
    {
        var hash = Tokens.Hash(token);
        return db.Set<Session>().FirstOrDefaultAsync(s => s.TokenHash == hash, stop);
    }
}
