using System.Text;

namespace Trame.Cooperate.Agreements;

/// <summary>A text offered or signed, byte for byte, for whoever wants to find its fingerprint with a tool of their own.</summary>
internal static class VersionFile
{
    public static async Task<IResult> Handle(string slug, int number, ReadContract read, CancellationToken stop) =>
        (await read.Of(slug, stop))?.Versions.FirstOrDefault(v => v.Number == number) is { } version
            ? Results.File(Encoding.UTF8.GetBytes(version.Text), "text/plain; charset=utf-8", $"{slug}-version-{number}.txt") : Results.NotFound();
}
