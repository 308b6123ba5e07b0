using Trame.Foundation.Data;

namespace Trame.Registers.Territories;

/// <summary>
/// Everything that stands in a territory, as SQL. An intercommunality may stand in several departments, and hangs from one: a department and a region hold the
/// communes whose INSEE code says so (its first characters are the department, COG), whichever department their intercommunality is shown in.
/// </summary>
public static class TerritoryScope
{
    /// <param name="about">The territory.</param>
    /// <param name="value">Gives the name of a parameter that holds a value.</param>
    /// <returns>A query of ids: the territory itself and all it holds.</returns>
    public static string Sql(TrameDb db, Guid about, TerritoryKind kind, Func<object, string> value)
    {
        var id = value(db.Stored(about));
        return kind is TerritoryKind.Region or TerritoryKind.Department ? ByCode(id) : $"""
            WITH RECURSIVE below (id) AS (SELECT id FROM territory WHERE id = {id} UNION ALL SELECT t.id FROM territory t JOIN below ON t.parent_id = below.id) SELECT id FROM below
            """;
    }

    // Communes without an INSEE code (a file of one's own) are held by their parents alone.
    private static string ByCode(string id) => $"""
        WITH RECURSIVE
        department (id, code) AS (SELECT t.id, c.value FROM territory t LEFT JOIN territory_code c ON c.territory_id = t.id AND c.scheme = 'insee-departement'
          WHERE t.id = {id} OR (t.parent_id = {id} AND t.kind = 'department')),
        coded (id, code) AS (SELECT territory_id, value FROM territory_code WHERE scheme = 'insee'),
        held (id) AS (
          SELECT id FROM department
          UNION SELECT c.id FROM coded c JOIN department d ON substr(c.code, 1, length(d.code)) = d.code
          UNION SELECT t.id FROM territory t JOIN held h ON t.parent_id = h.id WHERE t.id NOT IN (SELECT id FROM coded))
        SELECT id FROM held
        """;
}
