using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Partners;

/// <summary>Partners' programs: tokens that let them propose or write, and addresses that are told of what happens.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services)
    {
        foreach (var act in PartnerActs.All) services.AddSingleton(act);
        services.AddScoped<MakeToken>().AddScoped<RevokeToken>().AddScoped<MakeWebhook>().AddScoped<EndWebhook>().AddScoped<ProgramSpeech>().AddScoped<SayByProgram>().AddScoped<SayOrganisation>();
        services.AddSingleton<WebhookSeal>().AddSingleton(s => new WebhookPost(s.GetRequiredService<IConfiguration>()["Trame:WebhooksInside"] == "true")).AddSingleton<SendWebhooks>();
        services.AddSingleton<IOnSave, WebhookOutbox>().AddHostedService<KeepSending>();
        services.AddSingleton<IPurge>(new PurgeRows<WebhookMessage>(Retention.WebhookMessage, before => m => m.CreatedAt < before));
        services.AddSingleton<IPurge>(new PurgeRows<PartnerAnswer>(Retention.WebhookMessage, before => a => a.CreatedAt < before));
        services.AddSingleton(new MenuPage("space", 45, "/reglages/partenaires", "partners.title", PartnerActs.Manage));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = ApiManners.Group(routes).WithTags("Partners");
        api.MapPost("/proposals", (SayByProgram.Request said, SayByProgram say, HttpContext context) => say.Handle(said, context)).WithName("Propose").WithSummary("A partner's program says a new record or a correction. Token in Authorization: Bearer; reviewed here unless the token writes at once. The same Idempotency-Key is heard once.")
            .Produces<SayByProgram.Answer>(StatusCodes.Status202Accepted).Produces<SayByProgram.Answer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/organisations", (SayOrganisation.Request said, SayOrganisation say, HttpContext context) => say.Handle(said, context)).WithName("SayOrganisation").WithSummary("A partner's program says a new organisation, or what one is now. For tokens that write; the same Idempotency-Key is heard once.")
            .Produces<SayOrganisation.Answer>().Produces<SayOrganisation.Answer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/proposals/{code}", (string code, SayByProgram say, HttpContext context) => say.Status(code, context)).WithName("ShowProposal").WithSummary("What became of a proposal of this partner.")
            .Produces<SayByProgram.Answer>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
    }
}
