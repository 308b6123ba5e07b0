using Microsoft.AspNetCore.Mvc;
using Trame.Foundation;

namespace Trame.Include.Counters;

/// <summary>Counters: where someone helps in person. Every page names one that is open, near what the page is about.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddScoped<NearestCounter>().Configure<MvcOptions>(pages => pages.Filters.Add<SayCounter>());
}
