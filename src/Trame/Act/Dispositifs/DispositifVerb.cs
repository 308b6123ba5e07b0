using System.CommandLine;
using System.Diagnostics;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Act.Dispositifs;

/// <summary><c>trame dispositif check FILE...</c></summary>
internal static class DispositifVerb
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("file") { Description = Texts.Get("cli.dispositif.file"), Arity = ArgumentArity.OneOrMore };
        var check = new Command("check", Texts.Get("cli.dispositif.check")) { files };
        check.SetAction(async (parsed, stop) =>
        {
            var (wrong, watch) = (0, Stopwatch.StartNew());
            var asked = parsed.GetValue(files)!;
            foreach (var file in asked)
            {
                if (!file.Exists) return await CommandHost.Fail("cli.no-file", file.FullName);
                var (read, faults) = DispositifFile.Read(await File.ReadAllTextAsync(file.FullName, stop));
                foreach (var fault in faults) wrong = await CommandHost.Fail("dispositifs.fault.at", file.Name, fault.Line, fault.Column, fault.Told);
                if (read is not null && asked.Length == 1) Console.WriteLine(Texts.Get("dispositifs.good", read.Name, read.Phases.Count, read.Bodies.Count, read.Documents.Count));
            }

            if (wrong == 0 && asked.Length > 1) Console.WriteLine(Texts.Get("dispositifs.good.several", asked.Length, watch.ElapsedMilliseconds));
            return wrong;
        });
        return new Command("dispositif", Texts.Get("cli.dispositif")) { check };
    }
}
