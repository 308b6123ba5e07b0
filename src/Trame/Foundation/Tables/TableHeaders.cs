using System.Text;
using Trame.Foundation.Text;

namespace Trame.Foundation.Tables;

/// <summary>The headers of a table and what they may be called. « Code postal », « code_postal » and « CodePostal » are one name.</summary>
public sealed class TableHeaders
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    internal TableHeaders(IReadOnlyList<string> cells, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases)
    {
        var names = new string[cells.Count];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var column = 0; column < names.Length; column++)
        {
            var name = cells[column].Trim();
            if (name.Length == 0) name = $"({column + 1})"; // a column without a name is still shown in errors and kept in exports
            for (var twin = 2; !keys.Add(Key(name)); twin++) name = $"{cells[column].Trim()} ({twin})";
            names[column] = name;
            _columns.TryAdd(name, column);
        }
        for (var column = 0; column < names.Length; column++) _columns.TryAdd(Key(names[column]), column);
        foreach (var (name, others) in aliases)
        {
            if (TryFind(name, out _)) continue;
            foreach (var other in others)
                if (TryFind(other, out var column)) { _columns.TryAdd(name, column); break; }
        }
        Names = names;
    }

    /// <summary>As the file names them, in its order; twins are numbered.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool Has(string header) => TryFind(header, out _);

    internal bool TryFind(string header, out int column) =>
        _columns.TryGetValue(header, out column) || _columns.TryGetValue(Key(header), out column);

    /// <summary>« Code postal » and « code_postal » name the same column.</summary>
    public static bool Same(string one, string other) => one == other || Key(one) == Key(other);

    internal static string Key(string header)
    {
        var key = new StringBuilder(header.Length);
        foreach (var letter in header)
        {
            if (LetterFolding.IsLooseAccent(letter) || !LetterFolding.TryFold(letter, out var single, out var several)) continue;
            if (several is null) key.Append(single); else key.Append(several);
        }
        return key.Length == 0 ? header : key.ToString();
    }
}
