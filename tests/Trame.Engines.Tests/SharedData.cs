namespace Trame.Engines.Tests;

/// <summary>Public data beside the repository (../shared/data), or a skip that says what is missing.</summary>
internal static class SharedData
{
    /// <param name="path">Parts of the path inside shared/data: « pabulib », « Poland_Lodz_2024.pb ».</param>
    public static string Path(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine([folder.FullName, "shared", "data", .. path]);
            if (System.IO.Path.Exists(candidate)) return candidate;
        }

        Assert.Skip($"Public data shared/data/{string.Join('/', path)} is not beside the repository (../shared/data).");
        throw new InvalidOperationException(); // Skip does not come back
    }
}
