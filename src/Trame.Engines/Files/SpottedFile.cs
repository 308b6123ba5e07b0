using System.Text;
using System.Text.Json;

namespace Trame.Engines.Files;

/// <summary>What is wrong in a JSON file, line and column from 1.</summary>
internal sealed record SpottedFault(Enum Fault, int Line, int Column, string Detail)
{
    /// <summary>The same under the reader's own list.</summary>
    public T As<T>() where T : struct, Enum => Enum.Parse<T>(Fault.ToString());
}

/// <summary>Reads a JSON file whole, or tells the first thing wrong and where.</summary>
internal static class SpottedFile
{
    public static (T? Value, SpottedFault? Fault) Read<T>(string text, Func<SpottedJson, T> read) where T : class
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            return (read(SpottedJson.Read(bytes)), null);
        }
        catch (FaultyFile wrong)
        {
            var start = wrong.Offset == 0 ? 0 : bytes.AsSpan(0, wrong.Offset).LastIndexOf((byte)'\n') + 1;
            return (null, new(wrong.Fault, bytes.AsSpan(0, wrong.Offset).Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(bytes, start, wrong.Offset - start) + 1, wrong.Detail));
        }
        catch (JsonException wrong)
        {
            return (null, new(JsonFault.NotJson, (int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1, ""));
        }
        catch (InvalidOperationException) // a text that is not valid Unicode inside a string
        {
            return (null, new(JsonFault.NotJson, 1, 1, ""));
        }
    }
}
