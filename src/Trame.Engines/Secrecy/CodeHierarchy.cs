namespace Trame.Engines.Secrecy;

/// <summary>The codes of one dimension, from its total down to the finest: each code is the sum of those right under it.</summary>
public sealed class CodeHierarchy
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    private CodeHierarchy(string total) => Total = total;

    /// <summary>The code of the whole dimension.</summary>
    public string Total { get; }

    /// <summary>Every code but the total, with the code it is part of.</summary>
    public IReadOnlyDictionary<string, string> ParentOf => _parents;

    /// <summary>A dimension of one level: every code is right under the total.</summary>
    public static CodeHierarchy Flat(string total, IEnumerable<string> codes) => FromLevels(total, codes.Select(code => (IReadOnlyList<string>)[code]));

    /// <summary>Reads nested levels.</summary>
    /// <param name="total">The code of the whole.</param>
    /// <param name="rows">For each finest code its codes from coarse to fine; a code repeated on the next level is one code.</param>
    /// <exception cref="ArgumentException">A code has two parents, or is its own ancestor.</exception>
    public static CodeHierarchy FromLevels(string total, IEnumerable<IReadOnlyList<string>> rows)
    {
        var hierarchy = new CodeHierarchy(total);
        foreach (var row in rows)
        {
            var parent = total;
            foreach (var code in row)
            {
                if (code == parent) continue;
                if (code == total) throw new ArgumentException($"{code} is the total and cannot stand under {parent}.", nameof(rows));
                if (!hierarchy._parents.TryAdd(code, parent) && hierarchy._parents[code] != parent)
                    throw new ArgumentException($"{code} stands under {hierarchy._parents[code]} and under {parent}.", nameof(rows));
                parent = code;
            }
        }

        foreach (var code in hierarchy._parents.Keys) hierarchy.CheckEnds(code);
        return hierarchy;
    }

    /// <summary>Whether the dimension has this code.</summary>
    public bool Has(string code) => code == Total || _parents.ContainsKey(code);

    /// <summary>The same order on some codes only: a code that is left out hands its children to the code above it.</summary>
    internal CodeHierarchy Keep(IReadOnlySet<string> codes)
    {
        var kept = new CodeHierarchy(Total);
        foreach (var code in _parents.Keys.Where(codes.Contains))
        {
            var parent = _parents[code];
            while (parent != Total && !codes.Contains(parent)) parent = _parents[parent];
            kept._parents[code] = parent;
        }

        return kept;
    }

    private void CheckEnds(string code)
    {
        var steps = 0;
        for (var at = code; at != Total; at = _parents[at])
            if (++steps > _parents.Count) throw new ArgumentException($"{code} is its own ancestor.");
    }
}
