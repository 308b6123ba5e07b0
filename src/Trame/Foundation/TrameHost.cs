using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Foundation;

/// <summary>Puts the house together: foundation first, then every room through its door.</summary>
public static class TrameHost
{
    public static readonly IReadOnlyList<IModule> Modules = [.. typeof(TrameHost).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IModule).IsAssignableFrom(t))
        .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IModule)Activator.CreateInstance(t)!)];

    public static IConfigurationRoot Configuration(string? data) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(data is null ? [] : [new("Trame:Data", data)])
        .Build();

    /// <summary>What both the web and the command line stand on.</summary>
    public static void AddFoundation(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration);
        services.AddLogging(log => log.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole(c => c.SingleLine = true));
        services.AddSingleton(new DataFolder(Path.GetFullPath(configuration["Trame:Data"] ?? "donnees")));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SpaceDirectory>().AddSingleton<SpaceDatabases>().AddSingleton<SpaceMemory>().AddSingleton<PrepareSpace>().AddSingleton<CopySpace>();
        services.AddSingleton<IOnSave, FactTallies>().AddSingleton<RebuildReadModels>();
        services.AddSingleton<Texts>().AddSingleton<Rights>();
        services.AddScoped<CurrentSpace>().AddScoped<CurrentActor>();
        services.AddScoped(scope => scope.GetRequiredService<SpaceDatabases>().Open(scope.GetRequiredService<CurrentSpace>().Space));
        foreach (var module in Modules) module.Register(services);
    }

    public static WebApplication Build(IConfiguration configuration, string urls, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(TrameHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot", EnvironmentName = "Production" });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 210L << 20; // a file of 200 MB comes in; larger is refused before it is read
        });
        AddFoundation(builder.Services, builder.Configuration);
        AddWeb(builder.Services, builder.Configuration);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<SpaceDirectory>().Prepare();
        Use(app);
        return app;
    }

    private static void AddWeb(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("trame").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(configuration["Trame:Data"] ?? "donnees"), "keys")));
        services.AddHttpContextAccessor();
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(e => e.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All)); // é stays é: pages are UTF-8
        services.AddScoped<Shell>();
        services.AddSingleton<Readiness>().AddHostedService<Preparation>();
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
                mvc.ModelBinderProviders.Insert(0, new WithoutNul.BinderProvider());
            })
            .AddRazorOptions(razor => razor.PageViewLocationFormats.Add("/Foundation/Ui/{0}.cshtml"));
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = "trame_formulaire";
            a.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            a.FormFieldName = "jeton";
            a.HeaderName = "X-Trame-Jeton";
        });
        services.AddResponseCompression(c =>
        {
            c.EnableForHttps = true; // form tokens are masked anew in each answer
            c.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/geo+json", "text/calendar", "application/atom+xml"];
        });
        services.AddRateLimiter(RateLimits.Add);
        services.Configure<RequestLocalizationOptions>(l =>
        {
            l.DefaultRequestCulture = new RequestCulture("fr-FR");
            l.SupportedCultures = l.SupportedUICultures = [CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB")];
            l.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Language.CookieName }]; // French first: another language is a choice, kept without an account
        });
    }

    private static void Use(WebApplication app)
    {
        Proxies.Trust(app, app.Configuration);
        app.UseExceptionHandler("/erreur");
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<WithoutNul>();
        app.UseMiddleware<HeadAsGet>();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = f => f.Context.Response.Headers.CacheControl = f.Context.Request.Query.ContainsKey("v") || f.Context.Request.Path.StartsWithSegments("/lib/fonts") ? "public, max-age=31536000, immutable" : "public, max-age=3600" });
        app.UseRequestLocalization();
        app.Map("/health", health => health.Run(context =>
        {
            var ready = context.RequestServices.GetRequiredService<Readiness>().IsReady;
            context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync(ready ? "ready" : "preparing");
        }));
        app.UseMiddleware<WaitUntilReady>();
        app.UseMiddleware<EnterSpace>();
        app.UseStatusCodePagesWithReExecute("/etat/{0}");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapGet("/langue/{language}", Language.Choose).WithName("ChooseLanguage").WithSummary("Keeps the language of this browser and goes back.");
        foreach (var module in Modules) module.Map(app);
    }
}
