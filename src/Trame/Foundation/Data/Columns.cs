using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Trame.Foundation.Data;

/// <summary>How our types become columns. Identifiers keep their order (UUID v7) in both databases; instants keep milliseconds.</summary>
internal static class Columns
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    static Columns() => Json.Converters.Add(new InstantJson());

    public sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    public sealed class InstantMilliseconds() : ValueConverter<Instant, long>(at => at.ToUnixTimeMilliseconds(), ms => Instant.FromUnixTimeMilliseconds(ms));

    public sealed class InstantDateTime() : ValueConverter<Instant, DateTime>(
        at => Instant.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()).ToDateTimeUtc(),
        time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)));

    public sealed class LocalDateColumn() : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

    public sealed class LocalTimeColumn() : ValueConverter<LocalTime, TimeOnly>(time => time.ToTimeOnly(), time => LocalTime.FromTimeOnly(time));

    public sealed class EnumText<T>() : ValueConverter<T, string>(value => EnumWords.Write(value), text => EnumWords.Read<T>(text)) where T : struct, Enum;

    public sealed class JsonText<T>() : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);

    public sealed class JsonSame<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
        value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!);

    private sealed class InstantJson : System.Text.Json.Serialization.JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NodaTime.Text.InstantPattern.ExtendedIso.Format(value));
    }
}
