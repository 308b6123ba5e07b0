using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>
/// Everything Trame knows about a person, table by table: whatever leads to them in the model is in it, so a new table is in it by itself.
/// Hashes that open doors are named, not shown.
/// </summary>
public sealed class ExportPerson(TrameDb db)
{
    public sealed record Table(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

    private static readonly MethodInfo RowsOf = typeof(ExportPerson).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private static readonly HashSet<string> Secret = ["Secret", "TokenHash"];

    public async Task<Outcome<IReadOnlyList<Table>>> Handle(Guid personId, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId != personId) return Refusal.NotAllowed;
        db.Add(new SecurityEvent(SecurityWord.DataExported, personId, null, "", db.Now));
        if (await db.Save(stop) is { Accepted: false } refused) return refused;
        var tables = new List<Table>();
        foreach (var group in PersonColumns.Of(db.Model).GroupBy(c => c.Table))
        {
            var rows = (Task<List<IReadOnlyDictionary<string, object?>>>)RowsOf.MakeGenericMethod(group.Key.ClrType)
                .Invoke(this, [group.Key, group.Select(c => c.Column).ToList(), personId, stop])!;
            tables.Add(new Table(group.Key.GetTableName()!, await rows));
        }

        return tables;
    }

    /// <summary>The same as a file another tool can read.</summary>
    public static byte[] Json(IReadOnlyList<Table> tables) =>
        JsonSerializer.SerializeToUtf8Bytes(tables.ToDictionary(t => t.Name, t => t.Rows), new JsonSerializerOptions(Columns.Json) { WriteIndented = true });

    private async Task<List<IReadOnlyDictionary<string, object?>>> Rows<T>(IEntityType table, List<IProperty> columns, Guid personId, CancellationToken stop) where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var mine = columns.Select(c => (Expression)Expression.Equal(Expression.Convert(Expression.Call(typeof(EF), nameof(EF.Property), [c.ClrType], row, Expression.Constant(c.Name)), typeof(Guid?)),
            Expression.Constant(personId, typeof(Guid?)))).Aggregate(Expression.OrElse);
        var found = await db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(mine, row)).ToListAsync(stop);
        return [.. found.Select(r => Told(table, r))];
    }

    private static Dictionary<string, object?> Told(IEntityType table, object row) => table.GetProperties().Where(p => p.PropertyInfo is not null)
        .ToDictionary(p => p.GetColumnName(), p => Secret.Contains(p.Name) ? "…" : Plain(p, p.PropertyInfo!.GetValue(row)));

    // Words as the database keeps them, the ones other tools know.
    private static object? Plain(IProperty column, object? value) => value is Enum ? column.GetTypeMapping().Converter!.ConvertToProvider(value) : value;
}
