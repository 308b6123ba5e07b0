using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Cooperate.Agreements;

/// <summary>Agreements: contracts where two sides promise each other things, sign the same text with two keys, show what they kept, and change nothing alone.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => AgreementFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(FindContracts), typeof(ContractLine), typeof(Contract), typeof(ContractVersion), typeof(ContractSignature), typeof(Evidence), typeof(CanonicalText), typeof(AgreementFacts), typeof(AgreementActs)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in AgreementActs.All) services.AddSingleton(act);
        services.AddScoped<StartContract>().AddScoped<WriteContract>().AddScoped<OfferContract>().AddScoped<SignContract>().AddScoped<KeepEvidence>().AddScoped<TellContract>();
        services.AddScoped<ReadContract>().AddScoped<FindContracts>().AddScoped<ICarried>(scope => scope.GetRequiredService<FindContracts>()).AddScoped<IFollowOrganisation, FollowSides>();
        services.AddSingleton(new MenuPage("act", 20, "/contrats", "agreements.list.crumb"));
    }

    public void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/contrats/{slug}/version-{number:int}.txt", (string slug, int number, ReadContract read, CancellationToken stop) => VersionFile.Handle(slug, number, read, stop))
        .WithName("ContractText").WithSummary("The bytes that both sides sign: their SHA-256 is the fingerprint.");
}
