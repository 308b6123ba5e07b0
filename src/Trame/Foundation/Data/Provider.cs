namespace Trame.Foundation.Data;

/// <summary>The two databases a space can live in. Everything is tested on both.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
}
