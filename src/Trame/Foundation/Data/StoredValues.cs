using NodaTime;

namespace Trame.Foundation.Data;

/// <summary>Values as each database stores them, for the statements we write by hand.</summary>
public static class StoredValues
{
    public static object Stored(this TrameDb db, Guid id) => db.Provider == Provider.Sqlite ? id.ToByteArray(true) : id;

    public static object Stored(this TrameDb db, Instant at) => db.Provider == Provider.Sqlite ? at.ToUnixTimeMilliseconds() : at.ToDateTimeUtc();

    public static object Stored(this TrameDb db, LocalDate date) =>
        db.Provider == Provider.Sqlite ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : date.ToDateOnly();
}
