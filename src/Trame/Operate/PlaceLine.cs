namespace Trame.Operate;

/// <summary>One place as a file tells it: values by the key of their field, plus id, kind, commune-code and codes.</summary>
public sealed record PlaceLine(int Line, IReadOnlyDictionary<string, string> Values)
{
    public string this[string key] => Values.GetValueOrDefault(key, "");
}
