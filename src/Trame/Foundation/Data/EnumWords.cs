namespace Trame.Foundation.Data;

/// <summary>Enumerations are stored and exported as kebab-case words, so that a database read by another tool still speaks.</summary>
public static class EnumWords
{
    public static string Write<T>(T value) where T : struct, Enum => Of<T>.ByValue[value];

    public static T Read<T>(string word) where T : struct, Enum => TryRead<T>(word, out var value)
        ? value : throw new FormatException($"'{word}' is not a known {typeof(T).Name}.");

    public static bool TryRead<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Of<T>.ByWord.TryGetValue(word, out value);
    }

    public static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Write);

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static class Of<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Kebab(v.ToString()));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(v => v.Value, v => v.Key, StringComparer.OrdinalIgnoreCase);
    }
}
