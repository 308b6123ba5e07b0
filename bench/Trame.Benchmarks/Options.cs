using System.Globalization;

namespace Trame.Benchmarks;

/// <summary>What a benchmark is run on.</summary>
/// <param name="Data">Folder of the space; made when it is empty, kept afterwards. Null: a temporary one, removed at the end.</param>
/// <param name="Lists">Folder of public lists of places.</param>
internal sealed record Options(string? Data, int? Occasions, int? Facts, int Requests, string? Lists)
{
    public static Options Read(string[] args) => new(Text(args, "--data"), Number(args, "--occasions"), Number(args, "--facts"), Number(args, "--requests") ?? 200, Text(args, "--lists"));

    private static string? Text(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int? Number(string[] args, string name) => Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
