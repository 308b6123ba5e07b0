using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trame.Foundation;

/// <summary>The answer of a verb for another program, on one line: names in camel case, letters as they are, nothing left out.</summary>
public static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>JSON has no infinity, and no word for what is no number.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
