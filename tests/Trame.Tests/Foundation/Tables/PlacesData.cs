namespace Trame.Tests.Foundation.Tables;

/// <summary>Published files that are not in the repository; a test that needs one is skipped, with the reason, where they are absent.</summary>
internal static class PlacesData
{
    public static Stream Open(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "places", name);
            if (File.Exists(path)) return File.OpenRead(path);
        }
        Assert.Skip($"Published file shared/data/places/{name} is not beside the repository (../shared/data/places).");
        return Stream.Null;
    }
}
