using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Trame.Foundation.Data;

/// <summary>A column that holds a small structure as JSON text, the same bytes in both databases.</summary>
internal static class Mapping
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new Columns.JsonText<T>(), new Columns.JsonSame<T>());
        return property;
    }
}
