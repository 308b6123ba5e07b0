namespace Trame.Tests.Foundation.Geo;

/// <summary>Finds the real contours beside the repository; a test that needs them is skipped, with its reason, on a machine without them.</summary>
internal static class SharedGeoData
{
    public static string FolderOrSkip()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "places", "geo");
            if (Directory.Exists(candidate)) return candidate;
        }
        Assert.Skip("Needs the real contours of ../shared/data/places/geo, which are not on this machine.");
        return "";
    }
}
