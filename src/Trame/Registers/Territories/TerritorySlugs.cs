using Trame.Foundation.Text;

namespace Trame.Registers.Territories;

/// <summary>One address per territory. A commune keeps its plain name; homonyms all take their department number (moulins-03); the rest gives way to communes.</summary>
internal sealed class TerritorySlugs
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _homonyms;

    public TerritorySlugs(IEnumerable<string> communeNames)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _homonyms = new(communeNames.Select(Slug.From).Where(slug => !seen.Add(slug)), StringComparer.Ordinal);
        _plain = seen;
    }

    private readonly HashSet<string> _plain;

    public string Commune(string name, string department)
    {
        var slug = Slug.From(name);
        return Take(_homonyms.Contains(slug) ? $"{slug}-{department.ToLowerInvariant()}" : slug);
    }

    public string Larger(string name, string ending)
    {
        var slug = Slug.From(name);
        return Take(_plain.Contains(slug) || _taken.Contains(slug) ? $"{slug}-{ending}" : slug);
    }

    private string Take(string slug)
    {
        var free = Slug.Unique(slug, _taken.Contains);
        _taken.Add(free);
        return free;
    }
}
