using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Trame.Foundation.Data;

/// <summary>One space's database. Rooms map their own entities; everything is saved through <see cref="Save"/>, which keeps facts, history and read models together.</summary>
public sealed partial class TrameDb(DbContextOptions<TrameDb> options, Provider provider, IEnumerable<IOnSave> onSave, TimeProvider clock, Action<Guid?> saved) : DbContext(options)
{
    private readonly IReadOnlyList<IOnSave> _onSave = [.. onSave];

    public Provider Provider => provider;

    private Instant? _now;

    /// <summary>The moment of this act: the same for all it writes, until it is saved, so that what happened together is found together.</summary>
    public Instant Now => _now ??= Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Whose change this is, for the history; an act says it before it saves.</summary>
    public Author Author { get; set; } = Author.Trame;

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (provider == Provider.Sqlite)
        {
            builder.Properties<Guid>().HaveConversion<Columns.GuidBytes>();
            builder.Properties<Instant>().HaveConversion<Columns.InstantMilliseconds>();
        }
        else
        {
            builder.Properties<Instant>().HaveConversion<Columns.InstantDateTime>();
        }

        builder.Properties<LocalDate>().HaveConversion<Columns.LocalDateColumn>();
        builder.Properties<LocalTime>().HaveConversion<Columns.LocalTimeColumn>();
        foreach (var type in typeof(TrameDb).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace?.StartsWith("Trame", StringComparison.Ordinal) == true && !t.IsNested))
            builder.Properties(type).HaveConversion(typeof(Columns.EnumText<>).MakeGenericType(type));
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(TrameDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // A family in one table (place, moment, project): each kind is named after its class.
            if (entity.FindDiscriminatorProperty() is { ClrType.IsEnum: true } kind && !entity.IsAbstract())
                entity.SetDiscriminatorValue(Enum.Parse(kind.ClrType, entity.ClrType.Name));
            if (entity.BaseType is null) entity.SetTableName(Snake(entity.GetTableName() ?? entity.ClrType.Name));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
            foreach (var link in entity.GetForeignKeys()) link.SetConstraintName($"fk_{entity.GetTableName()}_{string.Join('_', link.Properties.Select(p => Snake(p.Name)))}");
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{entity.GetRootType().GetTableName()}_{string.Join('_', index.Properties.Select(p => Snake(p.Name)))}");
        }
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 && name[i - 1] != '_' ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
