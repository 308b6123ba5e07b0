namespace Trame.Browser.Tests;

/// <summary>A page that a link leads to, and where that link was.</summary>
internal sealed record CrawledPage(string Url, string From, int Status, bool IsPage, string Html)
{
    public override string ToString() => $"{Url} (from {From})";
}
