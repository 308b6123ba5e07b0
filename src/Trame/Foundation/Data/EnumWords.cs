using System.Collections.Concurrent;

namespace Trame.Foundation.Data;

/// <summary>Enumerations are stored and exported as kebab-case words, so that a database read by another tool still speaks.</summary>
public static class EnumWords
{
    private static readonly ConcurrentDictionary<Type, (Dictionary<string, object> ByWord, Dictionary<object, string> ByValue)> Known = new();

    public static string Write<T>(T value) where T : struct, Enum => For(typeof(T)).ByValue[value];

    public static T Read<T>(string word) where T : struct, Enum => TryRead<T>(word, out var value)
        ? value : throw new FormatException($"'{word}' is not a known {typeof(T).Name}.");

    public static bool TryRead<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        if (word is null || !For(typeof(T)).ByWord.TryGetValue(word, out var found)) return false;
        value = (T)found;
        return true;
    }

    public static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Write);

    private static (Dictionary<string, object> ByWord, Dictionary<object, string> ByValue) For(Type type) => Known.GetOrAdd(type, static t =>
    {
        var values = Enum.GetValues(t).Cast<object>().ToList();
        return (values.ToDictionary(v => Kebab(v.ToString()!), StringComparer.OrdinalIgnoreCase), values.ToDictionary(v => v, v => Kebab(v.ToString()!)));
    });

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
