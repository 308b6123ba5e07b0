using Microsoft.EntityFrameworkCore.Metadata;

namespace Trame.Foundation.Privacy;

/// <summary>Every column of the model that leads to a person. Export and erasure go through this list, so that a new table cannot be forgotten.</summary>
public static class PersonColumns
{
    public static IReadOnlyList<(IEntityType Table, IProperty Column)> Of(IModel model) =>
        [.. from table in model.GetEntityTypes()
            from column in table.GetDeclaredProperties()
            where LeadsToPerson(table, column)
            orderby table.GetRootType().ClrType.Name, column.Name
            select (table, column)];

    // The person's own row, a link the database knows, or a name that says so (a history outlives its link).
    private static bool LeadsToPerson(IEntityType table, IProperty column) =>
        (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Guid)
        && ((table.ClrType.Name == "Person" && column.IsPrimaryKey())
            || column.Name.EndsWith("PersonId", StringComparison.Ordinal)
            || column.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType.Name == "Person"));
}
