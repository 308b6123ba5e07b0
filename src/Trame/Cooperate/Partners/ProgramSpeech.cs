using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Cooperate.Partners;

/// <summary>What every address where a partner's program speaks shares: whose token it is, what it is told when it may not, and that one key is heard once.</summary>
internal sealed class ProgramSpeech(TrameDb db)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    // A token that writes has what it needs to add and describe, and nothing else of a coordinator: no other act takes this actor.
    public static Actor Programs(PartnerToken token) => Actor.Anyone with
    {
        Name = token.Partner, Channel = Channel.Import, Roles = token.Scope == PartnerScope.Write ? new HashSet<(string, Guid?)> { ("coordinator", null) } : new HashSet<(string, Guid?)>(),
    };

    public async Task<PartnerToken?> Bearer(HttpContext context)
    {
        var said = context.Request.Headers.Authorization.ToString();
        if (!said.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        var hash = Tokens.Hash(said["Bearer ".Length..].Trim());
        if (await db.Set<PartnerToken>().FirstOrDefaultAsync(t => t.Hash == hash, context.RequestAborted) is not { } token || !token.IsLive(db.Now)) return null;
        token.Used(db.Now); // saved with what it says
        return token;
    }

    public static IResult Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"trame\"";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "partners.say.unknown");
    }

    public static IResult Refused(IReadOnlyList<Refusal> refusals) => ApiProblem.Refused(refusals,
        refusals.Contains(Refusal.Conflict) ? StatusCodes.Status409Conflict : refusals.Contains(Refusal.Gone) ? StatusCodes.Status404NotFound : refusals.Contains(Refusal.NotAllowed) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);

    /// <summary>Runs what is asked; under a key that was heard already, gives the same answer and does nothing.</summary>
    /// <remarks>The key and what it does are one transaction: whoever asks again after a failure is heard. What is refused keeps no key.</remarks>
    public async Task<IResult> Once<T>(HttpContext context, PartnerToken token, T asked, Func<Task<IResult>> run)
    {
        var stop = context.RequestAborted;
        if (context.Request.Headers[Header].ToString() is not { Length: > 0 } key) return await run();
        if (key.Length > LongestKey) return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "partners.say.key-long", LongestKey);
        var print = Tokens.Hash($"{context.Request.Path} {JsonSerializer.Serialize(asked)}");
        var known = await db.Set<PartnerAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.TokenId == token.Id && a.Key == key, stop);
        if (known is not null) return known.Asked == print ? Again(context, known) : ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "partners.say.key-other");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var kept = new PartnerAnswer(token.Id, key, print, db.Now);
        db.Add(kept);
        try
        {
            await db.Save(stop);
        }
        catch (DbUpdateException)
        {
            // the same key, at the same time: the other one is being heard
            return ApiProblem.Of(StatusCodes.Status409Conflict, "partners.say.key-busy");
        }

        var answer = await run();
        if (answer is not (IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: var status }) || answer is Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult) return answer;
        await db.Set<PartnerAnswer>().Where(a => a.TokenId == token.Id && a.Key == key).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.Status, status ?? StatusCodes.Status200OK).SetProperty(x => x.Body, JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web)).SetProperty(x => x.Location, context.Response.Headers.Location.ToString()), stop);
        await transaction.CommitAsync(stop);
        return answer;
    }

    private static IResult Again(HttpContext context, PartnerAnswer known)
    {
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (known.Location.Length > 0) context.Response.Headers.Location = known.Location;
        return Results.Text(known.Body, "application/json", System.Text.Encoding.UTF8, known.Status);
    }
}
