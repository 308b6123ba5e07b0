using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Trame.Foundation.Data;

/// <summary>One table as the model knows it in one database: its columns, and how each of our values is stored there. The same model in the other
/// database gives the same columns in the same order, so a row read with one shape is written with the other.</summary>
public sealed class TableShape
{
    private readonly ValueConverter?[] _converters;

    private TableShape(ITable table)
    {
        Name = table.Name;
        var columns = table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        Columns = [.. columns.Select(c => c.Name)];
        StoreTypes = [.. columns.Select(c => c.StoreType)];
        Key = [.. table.PrimaryKey?.Columns.Select(c => c.Name) ?? Columns];
        // A family in one table (place, moment, project) may map a column twice: both say the same.
        Properties = [.. columns.Select(c => c.PropertyMappings[0].Property)];
        _converters = [.. columns.Select(c => c.PropertyMappings[0].TypeMapping.Converter)];
        Types = [.. columns.Select((c, i) => _converters[i]?.ProviderClrType ?? Plain(c.PropertyMappings[0].TypeMapping.ClrType))];
    }

    public string Name { get; }
    public IReadOnlyList<string> Columns { get; }
    public IReadOnlyList<string> StoreTypes { get; }
    public IReadOnlyList<string> Key { get; }
    public IReadOnlyList<IProperty> Properties { get; }

    /// <summary>The type of each column as the driver of this database gives and takes it.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Every table, a table after those it refers to.</summary>
    public static IReadOnlyList<TableShape> All(TrameDb db)
    {
        var waiting = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var placed = new List<TableShape>(waiting.Count);
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || !waiting.Contains(f.PrincipalTable))).ToList();
            if (free.Count == 0) throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", waiting.Select(t => t.Name))}.");
            placed.AddRange(free.Select(t => new TableShape(t)));
            waiting.RemoveAll(free.Contains);
        }

        return placed;
    }

    public static TableShape Of<T>(TrameDb db) where T : class =>
        new(db.Model.FindEntityType(typeof(T))!.GetTableMappings().First().Table as ITable ?? throw new InvalidOperationException($"{typeof(T).Name} has no table."));

    /// <summary>Our value, as this database keeps it.</summary>
    public object Store(int column, object? value) => value is null ? DBNull.Value : _converters[column] is { } converter ? converter.ConvertToProvider(value)! : value;

    /// <summary>What this database keeps, as our value.</summary>
    public object? Recall(int column, object stored) => stored is DBNull ? null : _converters[column] is { } converter ? converter.ConvertFromProvider(stored) : stored;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
