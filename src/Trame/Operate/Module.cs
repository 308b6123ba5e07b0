using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Operate;

/// <summary>What whoever holds the machine needs: is everything there, are the figures right, give me the data.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddSingleton<Doctor>();

    public IEnumerable<Command> Commands(CommandHost host)
    {
        var doctor = new Command("doctor", Texts.Get("cli.doctor"));
        doctor.SetAction((parsed, stop) => DoctorVerb.Run(host, parsed, stop));
        yield return doctor;

        var rebuild = new Command("rebuild", Texts.Get("cli.facts.rebuild"));
        rebuild.SetAction((parsed, stop) => host.InSpace(parsed, async (services, db) =>
        {
            var result = await ProgressLine.Run(parsed.GetValue(host.Plain), "operate.facts.doing", _ => services.GetRequiredService<RebuildReadModels>().Handle(db, stop));
            await services.GetRequiredService<OccasionStops>().RebuildAll(db, stop);
            Console.WriteLine(Texts.Get("operate.facts.done", result.Facts, result.Fingerprint));
            return 0;
        }, stop));
        yield return new Command("facts", Texts.Get("cli.facts")) { rebuild };
    }

    public IEnumerable<Command> Exports(CommandHost host) => ExportVerbs.All(host);
}
