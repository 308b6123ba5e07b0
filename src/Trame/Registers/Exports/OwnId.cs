namespace Trame.Registers.Exports;

/// <summary>The identifier of one of our records, alone or behind the name of who published it: « trame-moulins--01932f… ».</summary>
public static class OwnId
{
    public const string Separator = "--";

    public static Guid? In(string id)
    {
        var start = id.LastIndexOf(Separator, StringComparison.Ordinal);
        return Guid.TryParse(start < 0 ? id : id.AsSpan(start + Separator.Length), out var found) ? found : null;
    }
}
