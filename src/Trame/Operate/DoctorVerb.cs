using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary><c>trame doctor</c>. It must also speak when the data folder cannot be used, so it does not start the way other verbs do.</summary>
internal static class DoctorVerb
{
    public static async Task<int> Run(CommandHost host, ParseResult parsed, CancellationToken stop)
    {
        var configuration = TrameHost.Configuration(parsed.GetValue(host.Data));
        var folder = new Doctor(new DataFolder(Path.GetFullPath(configuration["Trame:Data"] ?? "donnees")), configuration, Cog.Shipped, TimeProvider.System).Folder();
        if (folder.State == FindingState.Blocking) return Tell([folder]);
        return await host.Outside(parsed, async services => Tell(await services.GetRequiredService<Doctor>()
            .Look(services.GetRequiredService<SpaceDirectory>(), services.GetRequiredService<SpaceDatabases>(), stop)));
    }

    private static int Tell(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings) Console.WriteLine($"{Texts.Get($"operate.doctor.{Word(finding.State)}"),-12}{finding.Name,-44} {finding.Said}");
        var blocking = findings.Count(f => f.State == FindingState.Blocking);
        Console.WriteLine(blocking == 0 ? Texts.Get("operate.doctor.all-good") : Texts.CountOf("operate.doctor.blocked", blocking));
        return blocking == 0 ? 0 : 1;
    }

    private static string Word(FindingState state) => Foundation.Data.EnumWords.Write(state);
}
