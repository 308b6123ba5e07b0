using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Foundation;

/// <summary>What every verb of the command line shares: the data folder, the space, one line on standard error when something is wrong.</summary>
public sealed class CommandHost
{
    public Option<string?> Data { get; } = new("--data") { Description = Ui.Texts.Get("cli.data"), Recursive = true };

    public Option<string?> SpaceName { get; } = new("--space") { Description = Ui.Texts.Get("cli.space"), Recursive = true };

    public Option<bool> Plain { get; } = new("--plain") { Description = Ui.Texts.Get("cli.plain"), Recursive = true };

    /// <summary>For the verbs that have it.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = Ui.Texts.Get("cli.json") };

    /// <summary>Reads an option's number with a decimal point, whatever the language of the machine.</summary>
    public static double? Number(ArgumentResult said)
    {
        if (double.TryParse(said.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        said.AddError(Ui.Texts.Get("cli.not-a-number", said.Tokens[0].Value));
        return null;
    }

    /// <summary>Numbers are read by us in every verb: what the library says of a wrong one is in no language of ours.</summary>
    public static void ReadNumbers(Command command)
    {
        foreach (var option in command.Options)
        {
            if (option is Option<int> { CustomParser: null } whole) whole.CustomParser = said => Whole<int>(said) ?? 0;
            if (option is Option<int?> { CustomParser: null } perhaps) perhaps.CustomParser = Whole<int>;
            if (option is Option<ulong> { CustomParser: null } seed) seed.CustomParser = said => Whole<ulong>(said) ?? 0;
            if (option is Option<double> { CustomParser: null } real) real.CustomParser = said => Number(said) ?? 0;
            if (option is Option<double?> { CustomParser: null } number) number.CustomParser = Number;
        }

        foreach (var below in command.Subcommands) ReadNumbers(below);
    }

    private static T? Whole<T>(ArgumentResult said) where T : struct, IBinaryInteger<T>
    {
        if (T.TryParse(said.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        said.AddError(Ui.Texts.Get("cli.not-whole", said.Tokens[0].Value));
        return null;
    }

    /// <summary>Runs a verb inside a prepared space: its database is migrated, the actor is the machine.</summary>
    public async Task<int> InSpace(ParseResult parsed, Func<IServiceProvider, TrameDb, Task<int>> act, CancellationToken stop)
    {
        await using var services = Services(parsed);
        var space = Choose(services.GetRequiredService<SpaceDirectory>(), parsed.GetValue(SpaceName));
        if (space is null) return parsed.GetValue(SpaceName) is { } wanted ? await Fail("spaces.none", wanted) : await Fail("spaces.none-at-all");
        await services.GetRequiredService<PrepareSpace>().Handle(space, stop);
        await using var scope = services.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
        return await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TrameDb>());
    }

    /// <summary>Runs a verb that is not about one space.</summary>
    public async Task<int> Outside(ParseResult parsed, Func<IServiceProvider, Task<int>> act)
    {
        await using var services = Services(parsed);
        return await act(services);
    }

    /// <summary>Where a verb writes its file; the standard output otherwise.</summary>
    public static Option<FileInfo?> To() => new("--to") { Description = Ui.Texts.Get("cli.export.to") };

    /// <summary>Writes a file that is whole or absent, never over another, or writes to the standard output.</summary>
    /// <param name="write">Gives the number of its lines.</param>
    public static async Task<int> Give(FileInfo? file, Func<Stream, Task<long>> write)
    {
        if (file is { Exists: true }) return await Fail("operate.export.exists", file.FullName);
        if (file is { Directory.Exists: false }) return await Fail("operate.export.no-folder", file.DirectoryName);
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await write(output);
            return 0;
        }

        var making = $"{file.FullName}.partiel"; // a file that stops in the middle looks like data
        long rows;
        await using (var stream = File.Create(making)) rows = await write(stream);
        File.Move(making, file.FullName);
        await Console.Error.WriteLineAsync(Ui.Texts.CountOf("operate.export.done", rows, file.FullName));
        return 0;
    }

    public static async Task<int> Fail(string textKey, params object?[] args)
    {
        await Console.Error.WriteLineAsync($"trame: {Ui.Texts.Get(textKey, args).ReplaceLineEndings(" ")}"); // one line, whatever a file holds
        return 2;
    }

    public static async Task<int> Fail(Outcome outcome)
    {
        foreach (var refusal in outcome.Refusals) await Fail(refusal.TextKey, [.. refusal.Args]);
        return 2;
    }

    private ServiceProvider Services(ParseResult parsed)
    {
        var configuration = TrameHost.Configuration(parsed.GetValue(Data));
        var services = new ServiceCollection();
        TrameHost.AddFoundation(services, configuration);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<SpaceDirectory>().Prepare();
        return provider;
    }

    private static Space? Choose(SpaceDirectory directory, string? slug) =>
        slug is null ? directory.All().FirstOrDefault() : directory.All().FirstOrDefault(s => s.Slug == slug);
}
