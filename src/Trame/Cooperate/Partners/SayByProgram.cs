using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Cooperate.Partners;

/// <summary>What a partner's program may say: a new record, a correction, that a record is still true. It goes to review like anyone's word, unless the token says that the partner writes at once.</summary>
internal sealed class SayByProgram(TrameDb db, ProposeOccasion propose, AddOccasion add, DescribeOccasion describe, PeopleWarning people, ProgramSpeech speech)
{
    /// <param name="Kind">place, moment or project; of a correction, left out.</param>
    /// <param name="OccasionId">The record corrected; null for a new one.</param>
    /// <param name="Version">Of the record as the program read it; asked where the token writes at once.</param>
    /// <param name="Values">By the key of their field, as our CSV writes them.</param>
    /// <param name="Sure">The words that seem to speak of a person do not, or belong there.</param>
    public sealed record Request(string? Kind, Guid? OccasionId, int? Version, Dictionary<string, string>? Values, bool Sure = false);

    public sealed record Answer(string? Code, string Status, Guid? OccasionId, string? Said);

    public async Task<IResult> Handle(Request request, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (await speech.Bearer(context) is not { } token) return ProgramSpeech.Unknown(context);
        return await speech.Once(context, token, request, () => Say(request, token, context, stop));
    }

    private async Task<IResult> Say(Request request, PartnerToken token, HttpContext context, CancellationToken stop)
    {
        var corrected = request.OccasionId is { } id ? await db.Set<Occasion>().AsNoTracking().Where(o => o.Id == id && o.Status != OccasionStatus.Proposed).Select(o => (OccasionKind?)o.Kind).FirstOrDefaultAsync(stop) : null;
        if (request.OccasionId is not null && corrected is null) return ApiProblem.NotFound();
        if ((corrected ?? (EnumWords.TryRead<OccasionKind>(request.Kind, out var asked) ? asked : null)) is not { } kind) return ApiProblem.Refused([new Refusal("partners.say.kind", "kind")]);
        var values = request.Values ?? [];
        var speaking = request.Sure ? [] : people.In(values.Where(v => OccasionField.Find(v.Key)?.IsFreeText == true).Select(v => (v.Key, v.Value)), []);
        if (speaking.Count > 0) return ApiProblem.Refused([.. speaking.Select(p => new Refusal("partners.say.person", p.Label, p.Text.Substring(p.Findings[0].Start, p.Findings[0].Length)))]);
        return token.Scope == PartnerScope.Write ? await AtOnce(request, kind, values, token, stop) : await ForReview(request, kind, values, token, context, stop);
    }

    public async Task<IResult> Status(string code, HttpContext context)
    {
        if (await speech.Bearer(context) is not { } token) return ProgramSpeech.Unknown(context);
        var found = await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == code && p.Source == token.Partner, context.RequestAborted);
        return found is null ? ApiProblem.NotFound() : Results.Json(new Answer(found.Code, EnumWords.Write(found.Status), found.OccasionId, found.Answer.Length > 0 ? found.Answer : null));
    }

    private async Task<IResult> ForReview(Request request, OccasionKind kind, Dictionary<string, string> values, PartnerToken token, HttpContext context, CancellationToken stop)
    {
        var said = await propose.Handle(new(kind, request.OccasionId, values, token.Partner, "", Channel.Import), ProgramSpeech.Programs(token), stop);
        if (!said.Accepted) return ProgramSpeech.Refused(said.Refusals);
        var where = $"{context.Request.PathBase}{ApiManners.Root}/proposals/{said.Value.Code}";
        return Results.Json(new Answer(said.Value.Code, EnumWords.Write(said.Value.Status), said.Value.OccasionId, null), statusCode: Located(context, where));
    }

    private async Task<IResult> AtOnce(Request request, OccasionKind kind, Dictionary<string, string> values, PartnerToken token, CancellationToken stop)
    {
        if (request.OccasionId is not { } id)
        {
            var added = await add.Handle(new(kind, values, token.Partner, Channel.Import), ProgramSpeech.Programs(token), stop);
            return added.Accepted ? Results.Json(new Answer(null, "accepted", added.Value.Id, null), statusCode: StatusCodes.Status201Created) : ProgramSpeech.Refused(added.Refusals);
        }

        if (request.Version is not { } version) return ApiProblem.Refused([new Refusal("partners.say.version", "version")]);
        var described = await describe.Handle(new(id, version, values, token.Partner, Channel.Import), ProgramSpeech.Programs(token), stop);
        return described.Accepted ? Results.Json(new Answer(null, "accepted", id, null)) : ProgramSpeech.Refused(described.Refusals);
    }

    private static int Located(HttpContext context, string where)
    {
        context.Response.Headers.Location = where;
        return StatusCodes.Status202Accepted;
    }
}
