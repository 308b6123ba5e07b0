using System.CommandLine;
using System.Diagnostics;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Demo;

/// <summary>The demonstration: a territory that exists, a life that does not, and as much of it as a benchmark needs.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton<CreateDemo>().AddSingleton<IPrepare, FirstDemo>();

    public IEnumerable<Command> Commands(CommandHost host)
    {
        var slug = new Option<string>("--slug") { Description = Texts.Get("cli.slug"), DefaultValueFactory = _ => CreateDemo.Usual.Slug };
        var occasions = new Option<int>("--occasions") { Description = Texts.Get("cli.demo.occasions"), DefaultValueFactory = _ => CreateDemo.Usual.Size.Occasions };
        var facts = new Option<int>("--facts") { Description = Texts.Get("cli.demo.facts") };
        var seed = new Option<int>("--seed") { Description = Texts.Get("cli.demo.seed"), DefaultValueFactory = _ => CreateDemo.Usual.Size.Seed };
        var france = new Option<bool>("--france") { Description = Texts.Get("cli.demo.france") };
        var demo = new Command("demo", Texts.Get("cli.demo")) { slug, occasions, facts, seed, france };
        demo.SetAction((parsed, stop) => host.Outside(parsed, services => Make(services, new CreateDemo.Request(
            parsed.GetValue(france) ? TerritoryChoice.France : CreateDemo.Moulins, parsed.GetValue(slug)!,
            parsed.GetValue(france) ? "France (démonstration)" : CreateDemo.Usual.Name,
            new DemoSize(parsed.GetValue(occasions), parsed.GetValue(facts), Seed: parsed.GetValue(seed))), stop)));
        yield return demo;
    }

    private static async Task<int> Make(IServiceProvider services, CreateDemo.Request request, CancellationToken stop)
    {
        if (request.Size.Occasions is < 0 or > 5_000_000 || request.Size.Facts is < 0 or > 50_000_000) return await CommandHost.Fail("demo.size");
        var clock = Stopwatch.StartNew();
        var made = await services.GetRequiredService<CreateDemo>().Handle(request, new Steps(clock), stop);
        if (!made.Accepted) return await CommandHost.Fail(made.Plain);
        Console.WriteLine(Texts.Get("demo.made", made.Value.Name, made.Value.Slug));
        return 0;
    }

    private sealed class Steps(Stopwatch clock) : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,7:0.0} s  {Texts.Get(value)}");
    }
}
