using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Territories;

/// <summary>The territories of the space: the communes of what it is about, or what answers to a word or a code.</summary>
public sealed class TerritoryListPage(FindTerritories find) : TramePage
{
    public const int Most = 200;

    public string Query { get; private set; } = "";

    public TerritoryNode? About { get; private set; }

    /// <summary>What holds the communes, from the country down, each with its page.</summary>
    public IReadOnlyList<TerritoryNode> Above { get; private set; } = [];

    public int Communes { get; private set; }

    public IReadOnlyList<(TerritoryNode Node, string Within)> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken stop)
    {
        Query = q?.Trim() ?? "";
        var tree = await find.Tree(stop);
        About = tree.About;
        if (About is not { } about) return;
        Above = [.. tree.Ancestors(about.Id).Reverse().Append(about)];
        var communes = tree.Communes(about.Id).ToList();
        Communes = communes.Count;
        var words = Slug.From(Query).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var found = Query.Length == 0 ? communes.AsEnumerable() : tree.All.Where(n => Answers(n, words)).OrderBy(n => n.Slug, StringComparer.Ordinal);
        var first = found.Take(Most + 1).ToList();
        HasMore = first.Count > Most;
        Lines = [.. first.Take(Most).Select(n => (n, n.ParentId is { } parent ? tree.Find(parent)?.Name ?? "" : ""))];
    }

    private bool Answers(TerritoryNode node, string[] words) =>
        (words.Length > 0 && words.All(w => node.Slug.Contains(w, StringComparison.Ordinal))) || node.Codes.Values.Contains(Query, StringComparer.OrdinalIgnoreCase) || node.PostalCodes.Contains(Query);
}
