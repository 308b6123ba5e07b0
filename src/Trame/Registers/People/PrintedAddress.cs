using Trame.Foundation.Spaces;

namespace Trame.Registers.People;

/// <summary>The address of a page as it is printed where there is no browser: on the standard output, at the first start.</summary>
public sealed class PrintedAddress(IConfiguration configuration, SpaceDirectory directory, DataFolder folder)
{
    private const string Usual = "http://127.0.0.1:5080";

    /// <summary>TRAME__ADDRESS when Trame stands behind a name, else where it listens, else where the server of this folder does.</summary>
    public string Of(Space space, string path)
    {
        var root = (configuration["Trame:Address"] ?? configuration["urls"]?.Split(';')[0] ?? (File.Exists(folder.Address) ? File.ReadAllText(folder.Address) : Usual)).TrimEnd('/');
        var isFirst = directory.All() is [var first, ..] && first.Slug == space.Slug;
        return space.Host is { Length: > 0 } host ? $"https://{host}{path}" : isFirst ? root + path : $"{root}/e/{space.Slug}{path}";
    }
}
