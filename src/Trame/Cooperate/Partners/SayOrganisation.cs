using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Partners;

/// <summary>An organisation said by a partner's program: new, or what it is now. Only by a token that writes: organisations have no proposals.</summary>
internal sealed class SayOrganisation(DescribeOrganisation describe, ProgramSpeech speech)
{
    /// <param name="OrganisationId">Null for a new one.</param>
    /// <param name="Version">Of the organisation as the program read it; asked for one that is known.</param>
    /// <param name="Territory">Code or name of its commune.</param>
    /// <param name="Codes">By scheme: siret, rna, bce.</param>
    /// <param name="EvenIfAlike">The records that look the same are others.</param>
    public sealed record Request(Guid? OrganisationId, int? Version, string? Kind, string? Name, string? Territory, string? Address, string? Phone, string? Email, string? Website, Dictionary<string, string>? Codes, bool EvenIfAlike = false);

    public sealed record Answer(Guid OrganisationId, int Version, string Slug);

    public async Task<IResult> Handle(Request request, HttpContext context)
    {
        if (await speech.Bearer(context) is not { } token) return ProgramSpeech.Unknown(context);
        if (token.Scope != PartnerScope.Write) return ApiProblem.Of(StatusCodes.Status403Forbidden, "partners.say.write-only");
        if (request.OrganisationId is not null && request.Version is null) return ApiProblem.Refused([new Refusal("partners.say.version", "version")]);
        return await speech.Once(context, token, request, () => Say(request, token, context));
    }

    private async Task<IResult> Say(Request request, PartnerToken token, HttpContext context)
    {
        var said = await describe.Handle(new(request.OrganisationId, request.Version ?? 0, request.Kind ?? "", request.Name ?? "", request.Territory ?? "", request.Address ?? "", request.Phone ?? "", request.Email ?? "", request.Website ?? "",
            request.Codes ?? [], token.Partner, request.EvenIfAlike), ProgramSpeech.Programs(token), context.RequestAborted);
        return said.Accepted ? Results.Json(new Answer(said.Value.Id, said.Value.Version, said.Value.Slug), statusCode: request.OrganisationId is null ? StatusCodes.Status201Created : StatusCodes.Status200OK) : ProgramSpeech.Refused(said.Refusals);
    }
}
