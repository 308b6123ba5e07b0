using System.Diagnostics;

namespace Trame.Tests;

/// <summary>
/// The command line as a person has it: words in, an exit code and two outputs back. What needs an environment, a raw output or a server is
/// another process; the rest enters by the same door, <see cref="Program.Main"/>, without paying a start of the runtime for each sentence.
/// </summary>
public sealed class CommandLine : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("trame-cli-").FullName;

    private readonly Dictionary<string, string> _settings = [];

    public string Data => Path.Combine(Folder, "donnees");

    public sealed record Told(int Code, string Out, string Error)
    {
        /// <summary>What was wrong, without the lines that tell how far the work is.</summary>
        public IReadOnlyList<string> ErrorLines => [.. Error.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.StartsWith("trame: ", StringComparison.Ordinal))];

        /// <summary>Everything was well; otherwise what it said is shown by the failing test.</summary>
        public Told Well()
        {
            Code.ShouldBe(0, $"{Out}\n{Error}");
            return this;
        }

        /// <summary>Refused as the house refuses: code 2, each reason on a line that starts with the program's name, no stack trace.</summary>
        public Told Refused(params string[] words)
        {
            Code.ShouldBe(2, $"{Out}\n{Error}");
            ErrorLines.ShouldNotBeEmpty(Error);
            Error.ShouldNotContain("   at ");
            foreach (var word in words) Error.ShouldContain(word);
            return this;
        }

        /// <summary>Refused in one line, and nothing on the output that another program would read.</summary>
        public Told RefusedAlone(params string[] words)
        {
            Refused(words).ErrorLines.ShouldHaveSingleItem();
            Out.ShouldBeEmpty();
            return this;
        }
    }

    /// <summary>The same, with a variable of the environment.</summary>
    public CommandLine With(string variable, string value)
    {
        _settings[variable] = value;
        return this;
    }

    public Task<Told> Run(params string[] args) => RunAt(Data, args);

    public Task<Told> RunAt(string data, params string[] args) => Bare([.. args, "--data", data, "--plain"]);

    /// <summary>Exactly these words.</summary>
    public Task<Told> Bare(params string[] args) =>
        _settings.Count > 0 || args is ["serve" or "demo" or "opinions", ..] || (args is ["export", ..] && !args.Contains("--to")) ? Apart(args) : Here(args);

    /// <summary>What an export writes, through a file.</summary>
    public async Task<string> Exported(params string[] what)
    {
        var file = Path.Combine(Folder, $"{Guid.NewGuid():n}.sortie");
        (await Run(["export", .. what, "--to", file])).Well();
        return await File.ReadAllTextAsync(file);
    }

    private static async Task<Told> Here(string[] args)
    {
        using var outputs = OwnConsole.Open();
        var code = await Program.Main(args);
        return new(code, Plain(outputs.Out), Plain(outputs.Error));
    }

    private async Task<Told> Apart(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Folder };
        foreach (var arg in (string[])[Path.Combine(AppContext.BaseDirectory, "trame.dll"), .. args]) start.ArgumentList.Add(arg);
        start.Environment["LC_ALL"] = "fr_FR.UTF-8";
        start.Environment.Remove("TRAME__DEBUG");
        foreach (var (variable, value) in _settings) start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, Plain(await output), Plain(await error));
    }

    // French sentences hold their punctuation with no-break spaces; a test looks for the words.
    private static string Plain(string told) => told.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
