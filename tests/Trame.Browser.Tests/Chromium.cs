using Microsoft.Playwright;

namespace Trame.Browser.Tests;

/// <summary>The Chromium of this machine: the one named by TRAME_CHROMIUM, the one that ./test found, or the one on the path. Playwright downloads none.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Path { get; } = Said("TRAME_CHROMIUM") ?? Said("TRAME_TEST_CHROMIUM") ?? Search();

    /// <summary>Why no browser test can run here; null when they can.</summary>
    public static string? Missing => Path is null ? "no Chromium: ./test installs one (apt-get install chromium), or set TRAME_CHROMIUM to its path"
        : File.Exists(Path) ? null : $"Chromium should be {Path}, which is not there";

    public static BrowserTypeLaunchOptions Launch => new()
    {
        ExecutablePath = Path,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
    };

    private static string? Said(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } path ? path : null;

    private static string? Search() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
