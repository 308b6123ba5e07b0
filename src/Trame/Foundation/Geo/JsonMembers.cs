using System.Text.Json;

namespace Trame.Foundation.Geo;

/// <summary>Where the values of a JSON object lie, so that they can be read in the order that suits: GeoJSON fixes none.</summary>
internal static class JsonMembers
{
    internal readonly record struct Part(int Start, int End, JsonTokenType Token);

    /// <summary>Members of the object that is all of <paramref name="json"/>, already known to be well formed; the last of a repeated name wins.</summary>
    public static Dictionary<string, Part> Of(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, Part>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, GeoJsonReader.JsonOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return found;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            var (start, token) = ((int)reader.TokenStartIndex, reader.TokenType);
            reader.Skip();
            if (name is not null) found[name] = new Part(start, (int)reader.BytesConsumed, token);
        }
        return found;
    }

    /// <summary>The string that <paramref name="json"/> is, or null.</summary>
    public static string? Text(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, GeoJsonReader.JsonOptions);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;
    }

    /// <summary>Whether the text at <paramref name="reader"/> is <paramref name="expected"/>.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> expected)
    {
        try
        {
            return reader.ValueTextEquals(expected);
        }
        catch (InvalidOperationException) // half of a surrogate pair, as below: no text, so not this one
        {
            return false;
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) // half of a surrogate pair written \ud83d: legal JSON, but no text (RFC 8259, 8.2)
        {
            return null;
        }
    }
}
