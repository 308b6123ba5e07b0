using System.Text.Encodings.Web;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Organisations;

namespace Trame.Registers.Occasions;

/// <summary>Occasions: what can be said of a place, a moment or a project; who says it, and what happens when they disagree; how it is found; when it happens.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => OccasionFacts.All;

    public IReadOnlyList<Type> Publishes =>
    [
        typeof(Occasion), typeof(OccasionField), typeof(FieldWords), typeof(Vocabulary), typeof(OccasionTimes), typeof(OccasionTiming), typeof(OccasionSearch), typeof(OccasionStop), typeof(OccasionStops), typeof(OpenWeek),
        typeof(Proposal), typeof(OccasionActs), typeof(OccasionShelf), typeof(Photo), typeof(OccasionBirth), typeof(AddOccasion), typeof(DescribeOccasion), typeof(ProposeOccasion), typeof(VerifyOccasion),
        typeof(OccasionPage), typeof(IDeskQueue), typeof(IDeskCount), typeof(DeskCount), typeof(MergeOccasions), typeof(OccasionFacts),
        typeof(FindOccasions), typeof(OccasionQuery), typeof(OccasionQueryText), typeof(OccasionFilter), typeof(OccasionResult), typeof(OccasionSummary), typeof(OccasionPoint),
    ];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<OccasionSearch>().AddSingleton<IOnSave>(s => s.GetRequiredService<OccasionSearch>()).AddSingleton<IAfterBulk>(s => s.GetRequiredService<OccasionSearch>());
        services.AddSingleton<OccasionStops>().AddSingleton<IOnSave>(s => s.GetRequiredService<OccasionStops>());
        services.AddSingleton<IOnSave, OccasionTiming>().AddSingleton<RefreshTimings>().AddHostedService<KeepTimings>();
        foreach (var act in OccasionActs.All) services.AddSingleton(act);
        services.AddScoped<FindOccasions>().AddScoped<OccasionLinks>().AddScoped<FindAlike>();
        services.AddScoped<AddOccasion>().AddScoped<DescribeOccasion>().AddScoped<VerifyOccasion>().AddScoped<CloseOccasion>().AddScoped<PauseOccasion>().AddScoped<ReopenOccasion>();
        services.AddScoped<ChooseSource>().AddScoped<MergeOccasions>().AddScoped<SplitOccasion>().AddScoped<UndoRevision>();
        services.AddScoped<AddPhoto>().AddScoped<ChangePhotos>().AddScoped<PhotoFiles>();
        services.AddSingleton<IPurge>(new PurgeRows<PhotoFile>(Retention.RemovedPhoto, before => f => f.RemovedAt < before));
        services.AddScoped<ProposeOccasion>().AddScoped<ReviewProposal>();
        services.AddScoped<IFollowOrganisation, FollowOrganisation>().AddScoped<OccasionForm>().AddScoped<FieldNames>().AddScoped<DeskQueue>().AddScoped<Territories.ICarried, CarriedOccasions>();
        services.AddSingleton<IForgetPerson, ForgetInOccasions>().AddSingleton<IPurge, ForgetProposalContacts>();
        services.AddSingleton(new MenuEntry(90, "desk", "/bureau", "/bureau") { Only = OccasionActs.OpenDesk });
        foreach (var page in (MenuPage[])
        [
            new("desk", 10, "/bureau/propositions", "occasions.review.list", OccasionActs.Review), new("desk", 20, "/bureau/ajouter", "desk.new", OccasionActs.Add),
            new("say", 10, "/proposer", "occasions.propose.title"), new("say", 20, "/proposer/feuille", "occasions.sheet.link"),
        ]) services.AddSingleton(page);
        services.Configure<RouteOptions>(routing => routing.SetParameterPolicy<ShelfConstraint>("shelf"));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/outils/horaires", (string? hours, HtmlEncoder encoder) =>
                Results.Text(string.IsNullOrWhiteSpace(hours) ? "" : $"<p>{encoder.Encode(HoursBoxes.Say(hours.Length > OpeningHours.MaxLength ? hours[..OpeningHours.MaxLength] : hours))}</p>", "text/html; charset=utf-8"))
            .WithName("SayHours").WithSummary("Opening hours of the OSM grammar, said as people say them.");
        routes.MapGet("/photos/{id:guid}", (Guid id, PhotoFiles files, HttpContext context) => files.Show(id, context)).WithName("Photo").WithSummary("A photo of a record, without anything its file told besides.");
    }
}
